package city.onewindow.kernel;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Names of what a file is put together from: a package of OFD or Office Open XML, or a compound file of older office programs. */
final class FileParts {

    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_HEAD = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };

    /** Of an entry of a compound file's directory (MS-CFB 2.6.1): its size, and where length of the name and sort of the entry stand. */
    private static final int ENTRY = 128;

    private static final int NAME_LENGTH = 64;
    private static final int SORT = 66;
    private static final int LARGEST_SORT = 5;

    /** Parts that run something: macros, old macro and dialog sheets, controls. */
    private static final Set<String> RUNNING_IN_PACKAGE =
            Set.of("vbaproject", "xl/macrosheets/", "xl/dialogsheets/", "/activex/");

    private static final Set<String> RUNNING_IN_COMPOUND = Set.of("macros", "vba", "_vba_project", "_vba_project_cur");

    /** How the sheet of an old workbook begins that holds macros of Excel 4 (MS-XLS 2.4.21, BOF with dt 0x40), of Excel 97 and of 95. */
    private static final List<byte[]> MACRO_SHEETS = List.of(
            new byte[] {0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x40, 0x00},
            new byte[] {0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x40, 0x00});

    private FileParts() {}

    /** Reads tables of contents only, so that nothing packed is unpacked; none of a file that has no parts, or is damaged. */
    static Set<String> of(byte[] content) {
        if (FileType.startsWith(content, ZIP_HEAD)) {
            return ofPackage(content);
        }
        return FileType.startsWith(content, COMPOUND_HEAD) ? ofCompound(content) : Set.of();
    }

    /** Whether opening the file may run something: macros of any kind, controls. */
    static boolean runAnything(byte[] content) {
        return FileType.startsWith(content, COMPOUND_HEAD) && holdsMacroSheet(content)
                || of(content).stream()
                        .map(part -> part.toLowerCase(Locale.ROOT))
                        .anyMatch(part -> RUNNING_IN_COMPOUND.contains(part)
                                || RUNNING_IN_PACKAGE.stream().anyMatch(part::contains));
    }

    /** Found wherever it stands, for a sheet that is hidden or that no list of sheets names runs all the same. */
    private static boolean holdsMacroSheet(byte[] content) {
        return IntStream.range(0, content.length)
                .filter(at -> content[at] == 0x09)
                .anyMatch(at -> MACRO_SHEETS.stream()
                        .anyMatch(head -> at + head.length <= content.length
                                && Arrays.equals(content, at, at + head.length, head, 0, head.length)));
    }

    private static Set<String> ofPackage(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            Set<String> parts = new HashSet<>();
            Collections.list(zip.getEntries()).forEach(entry -> parts.add(entry.getName()));
            return parts;
        } catch (IOException damaged) {
            return Set.of();
        }
    }

    /** Looks wherever an entry may stand rather than along the chain of sectors, which a file could lead astray. */
    private static Set<String> ofCompound(byte[] content) {
        Set<String> parts = new HashSet<>();
        for (int at = 0; at + ENTRY <= content.length; at += ENTRY) {
            int length = content[at + NAME_LENGTH] & 0xff;
            int sort = content[at + SORT];
            boolean isEntry = sort > 0 && sort <= LARGEST_SORT && content[at + NAME_LENGTH + 1] == 0;
            // The length counts the zero that ends the name.
            if (isEntry && length > 2 && length <= NAME_LENGTH && length % 2 == 0 && content[at + length - 2] == 0) {
                parts.add(new String(content, at, length - 2, UTF_16LE));
            }
        }
        return parts;
    }
}
