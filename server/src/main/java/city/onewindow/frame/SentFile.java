package city.onewindow.frame;

import city.onewindow.kernel.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file as it came over HTTP, from a page or a program. */
public record SentFile(MultipartFile part) {

    /** Those that were chosen; a browser sends an empty one where none was. */
    public static List<SentFile> chosen(@Nullable List<MultipartFile> parts) {
        return Stream.ofNullable(parts)
                .flatMap(List::stream)
                .map(SentFile::new)
                .filter(file -> !file.name().isEmpty())
                .toList();
    }

    /** As the sender calls it; empty where he says nothing. */
    public String name() {
        return Objects.requireNonNullElse(part.getOriginalFilename(), "");
    }

    /** For a door that keeps it. */
    public Upload upload() {
        try {
            return new Upload(name(), part.getBytes());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Read only when its turn comes: until then it lies on the disk. */
    public InputStream content() {
        try {
            return part.getInputStream();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Puts it aside, for whoever reads it after the request. */
    public Path spooled() {
        try {
            Path spooled = Files.createTempFile("sent", "");
            part.transferTo(spooled);
            return spooled;
        } catch (IOException full) {
            throw new UncheckedIOException("An upload can't be put aside. Maybe the disk is full.", full);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("An upload can't be read. Maybe the disk is full.", e);
    }
}
