package city.onewindow.window.filing;

import city.onewindow.kernel.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The outside of a file that was handed in: that it is an .xlsx at all, and no bomb. What a header says of a size is not
 * believed; bytes are counted as they come out.
 */
final class SpreadsheetFile {

    static final int LARGEST_MEGABYTES = 20;

    private static final long MEGABYTE = 1024L * 1024;
    private static final int MOST_ENTRIES = 500;
    private static final long MOST_INFLATED = 120 * MEGABYTE;
    /** Tables of ours come to 30; below the first megabytes a ratio says nothing. */
    private static final long MOST_TIMES = 200;

    private static final long RATIO_FROM = 10 * MEGABYTE;
    private static final int HEAD = 8;
    private static final List<String> MACROS =
            List.of("vbaproject", "xl/macrosheets/", "xl/dialogsheets/", "xl/activex/");
    private static final String SAVE_AS = "请在 Excel 或 WPS 里另存为“Excel 工作簿（*.xlsx）”后再上传。";

    private SpreadsheetFile() {}

    /** Reads a part of the workbook. */
    interface PartReader {
        void read(String name, InputStream part) throws IOException;
    }

    /**
     * What can be told without opening it.
     *
     * @throws Problem.InvalidInput with the reason why it isn't taken
     */
    static void mustBeSpreadsheet(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST_MEGABYTES * MEGABYTE) {
                throw Refused.because("文件超过了 " + LARGEST_MEGABYTES + " MB。请删去图片和不用的工作表后再上传。");
            }
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                throw Refused.because("文件是空的，里面没有内容。请重新选择文件。");
            }
            if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw Refused.because(isLocked(file) ? "工作簿加了密码，读不了。请去掉打开密码，另存后再上传。" : "这是旧版的 .xls，读不了。" + SAVE_AS);
            }
            if (starts(head, '%', 'P', 'D', 'F')) {
                throw Refused.because("这是 PDF，不是 .xlsx 工作簿，改后缀没有用。请上传填好的 Excel 报表本身，不要导出、打印成 PDF。");
            }
            if (!starts(head, 'P', 'K', 3, 4)) {
                throw Refused.because("这不是 .xlsx 工作簿（可能是 CSV、文本或网页改了后缀）。" + SAVE_AS);
            }
        } catch (IOException gone) {
            throw Refused.because("文件没有收完整，读不出来。请再上传一次。");
        }
        String end = name.toLowerCase(Locale.ROOT);
        if (end.endsWith(".xlsm") || end.endsWith(".xltm")) {
            throw Refused.because("这是带宏的工作簿（.xlsm），不收。" + SAVE_AS);
        }
        if (!end.endsWith(".xlsx")) {
            throw Refused.because("文件名的后缀不是 .xlsx。" + SAVE_AS);
        }
    }

    /** A workbook with a password lies in a compound file, as an old one does, under this name. */
    private static boolean isLocked(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE).contains("EncryptedPackage");
    }

    private static boolean starts(byte[] head, int... with) {
        for (int at = 0; at < with.length; at++) {
            if (at >= head.length || (head[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Hands every part in XML to the reader, and counts the others.
     *
     * @throws Problem.InvalidInput if it is a bomb, holds macros or can't be unpacked
     */
    static void eachPart(Path file, PartReader reader) {
        // The library that reads the cells opens it with the same one, so the two can't see different files.
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = entries(zip);
            Budget budget = new Budget(Files.size(file));
            for (ZipArchiveEntry entry : entries) {
                try (InputStream part = new Counted(zip.getInputStream(entry), budget)) {
                    String name = entry.getName();
                    if (isXml(name)) {
                        reader.read(name, part);
                    } else {
                        part.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Refused.because("文件已经损坏，打不开。" + SAVE_AS);
        }
    }

    static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static List<ZipArchiveEntry> entries(ZipFile zip) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw Refused.because("文件里有 " + entries.size() + " 个部件，超过了 " + MOST_ENTRIES + " 个，不像是报表。" + SAVE_AS);
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name) || name.contains("\\") || name.contains("..")) {
                throw Refused.because("文件里的部件重名或路径不对，可能被改过。" + SAVE_AS);
            }
            if (MACROS.stream().anyMatch(name::contains)) {
                throw Refused.because("工作簿里有宏或控件，不收。" + SAVE_AS);
            }
            if (name.startsWith("xl/externallinks/") || name.equals("xl/connections.xml")) {
                throw Refused.because("工作簿里有指向其他文件或数据库的外部链接，不收。请在“数据—编辑链接”里断开链接后再上传。");
            }
            if (name.startsWith("xl/embeddings/")) {
                throw Refused.because("工作簿里嵌了别的文件，不收。请删去嵌入的对象后再上传。");
            }
        }
        if (!names.contains("[content_types].xml") || !names.contains("xl/workbook.xml")) {
            throw Refused.because("这是一个压缩包，但不是 .xlsx 工作簿。" + SAVE_AS);
        }
        return entries;
    }

    /** How much may still come out of one file. */
    private static final class Budget {
        private final long most;
        private long inflated;

        Budget(long size) {
            most = Math.min(MOST_INFLATED, Math.max(RATIO_FROM, size * MOST_TIMES));
        }

        void spend(long bytes) {
            inflated += bytes;
            if (inflated > most) {
                throw Refused.because("文件解开后超过 " + most / MEGABYTE + " MB，与它的大小不相称，不收。请只留报表的内容，另存后再上传。");
            }
        }
    }

    private static final class Counted extends FilterInputStream {
        private final Budget budget;

        Counted(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            budget.spend(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            budget.spend(Math.max(count, 0));
            return count;
        }
    }
}
