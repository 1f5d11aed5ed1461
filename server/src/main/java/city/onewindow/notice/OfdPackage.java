package city.onewindow.notice;

import city.onewindow.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * An OFD that somebody handed in, unpacked in memory: what its directory says of sizes is not believed, bytes are counted as
 * they come out.
 *
 * @param parts content by path, such as /Doc_0/Document.xml
 */
record OfdPackage(Map<String, byte[]> parts) {

    static final String ENTRY = "/OFD.xml";

    private static final int MOST_PARTS = 500;
    private static final int MEGABYTE = 1024 * 1024;
    /** Ours come to a tenth of it. */
    private static final int MOST_PACKED = 4 * MEGABYTE;
    /** Ours come to one or two. */
    private static final int MOST_INFLATED = 40 * MEGABYTE;

    /** Begins the entry of a part in the directory at the end. */
    private static final byte[] LISTED = {'P', 'K', 1, 2};

    /** @throws Problem.InvalidInput with the reason why it isn't taken */
    static OfdPackage open(byte[] file) {
        if (file.length > MOST_PACKED) {
            throw Checks.refused("OFD 文件超过了 " + MOST_PACKED / MEGABYTE + " MB，不像是文书，不核验。");
        }
        // Counted before the library reads all that is listed, as often as it is listed, into memory.
        int listed = listed(file);
        if (listed > MOST_PARTS) {
            throw Checks.refused("文件里有 " + listed + " 个部件，超过了 " + MOST_PARTS + " 个，不像是文书。");
        }
        // By the directory at its end, as readers of OFD do.
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            return new OfdPackage(unpacked(zip));
        } catch (IOException | IllegalArgumentException broken) {
            throw Checks.refused("文件已经损坏，打不开。请重新下载或者重新索取后再核验。");
        }
    }

    private static int listed(byte[] file) {
        int found = 0;
        for (int at = 0; at + LISTED.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + LISTED.length, LISTED, 0, LISTED.length)) {
                found++;
            }
        }
        return found;
    }

    private static Map<String, byte[]> unpacked(ZipFile zip) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        Map<String, byte[]> parts = new TreeMap<>();
        int left = MOST_INFLATED;
        for (ZipArchiveEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            String path = "/" + entry.getName().replaceFirst("^/", "");
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw Checks.refused("文件解开后超过 " + MOST_INFLATED / MEGABYTE + " MB，不像是文书，不核验。");
                }
                if (path.contains("..") || path.contains("\\") || parts.put(path, content) != null) {
                    throw Checks.refused("文件里的部件重名或路径不对，可能被改过，不核验。");
                }
            }
        }
        if (!parts.containsKey(ENTRY)) {
            throw Checks.refused("这是一个压缩包，但不是 OFD 文件。");
        }
        return parts;
    }

    /** Where something lies that a part names: from the root, or beside the part. */
    static String resolved(String part, String named) {
        String path = named.strip();
        return path.startsWith("/") ? path : part.substring(0, part.lastIndexOf('/') + 1) + path;
    }
}
