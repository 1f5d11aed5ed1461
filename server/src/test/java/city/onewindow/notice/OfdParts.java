package city.onewindow.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of an OFD, to be tampered with. */
record OfdParts(Map<String, byte[]> parts) {

    static OfdParts of(byte[] ofd) {
        return new OfdParts(OfdPackage.open(ofd).parts());
    }

    byte[] get(String path) {
        return Objects.requireNonNull(parts.get(path), path);
    }

    String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    OfdParts with(String path, byte[] content) {
        Map<String, byte[]> changed = new TreeMap<>(parts);
        changed.put(path, content);
        return new OfdParts(changed);
    }

    OfdParts with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** What lies under that path is left out. */
    OfdParts without(String path) {
        Map<String, byte[]> left = new TreeMap<>(parts);
        left.keySet().removeIf(part -> part.startsWith(path));
        return new OfdParts(left);
    }

    byte[] packed() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey().substring(1)));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
