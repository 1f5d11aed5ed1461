package city.onewindow.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that a centre names for its seal, looked at before anything is sealed with it. */
public final class SealFile {

    private SealFile() {}

    /** What is wrong with it and what to do; empty for a good one, and for none yet: that is made at the start. */
    public static Optional<String> fault(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SealKey.read(Files.readString(file));
            return Optional.empty();
        } catch (IllegalStateException wrong) {
            return Optional.ofNullable(wrong.getMessage());
        } catch (IOException unreadable) {
            return Optional.of("文书签章文件 " + file + " 读不出来。请检查它是不是 PEM 文本，以及该文件和所在目录的权限。");
        }
    }
}
