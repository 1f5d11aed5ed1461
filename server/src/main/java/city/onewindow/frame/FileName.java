package city.onewindow.frame;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** What a file is called that goes out over HTTP, without what no file may be called where it is kept. */
public final class FileName {

    private static final String FORBIDDEN = "[\\\\/:*?\"<>|]";

    private FileName() {}

    /** Of one that the browser shows where it can. */
    public static String shown(String name) {
        return written(ContentDisposition.inline(), name);
    }

    /** Of one that the browser keeps as a file. */
    public static String kept(String name) {
        return written(ContentDisposition.attachment(), name);
    }

    private static String written(ContentDisposition.Builder disposition, String name) {
        return disposition
                .filename(name.replaceAll(FORBIDDEN, "-"), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
