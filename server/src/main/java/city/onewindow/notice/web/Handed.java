package city.onewindow.notice.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

/** A file as somebody handed it in to be checked. */
final class Handed {

    private Handed() {}

    /** Read only when its turn comes: until then it lies on the disk. */
    static InputStream content(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("An upload can't be read. Maybe the disk is full.", e);
        }
    }
}
