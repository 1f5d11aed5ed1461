package city.onewindow.window.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes a workbook apart, lets a test damage its parts, and puts it together again. */
public final class Workshop {

    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String WORKBOOK = "xl/workbook.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public Workshop(byte[] workbook) {
        try (ZipFile zip = new ZipFile(spooled(workbook).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String part) {
        return new String(Objects.requireNonNull(parts.get(part), part), StandardCharsets.UTF_8);
    }

    public Workshop put(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    Workshop put(String part, String content) {
        return put(part, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Fails if there is nothing of the kind, so that no test damages nothing. */
    public Workshop replace(String part, String what, String with) {
        String before = text(part);
        if (!before.contains(what)) {
            throw new AssertionError(
                    part + " has no " + what + " in " + before.substring(0, Math.min(2000, before.length())));
        }
        return put(part, before.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(with)));
    }

    public byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file of the bytes, as an upload leaves it. */
    public static Path spooled(byte[] content) {
        try {
            Path file = Files.createTempFile("annex-test", ".xlsx");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
