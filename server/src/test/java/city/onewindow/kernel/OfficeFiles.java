package city.onewindow.kernel;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as office programs write them, as far as anybody here looks into them. */
public final class OfficeFiles {

    private OfficeFiles() {}

    /** @param text so that two of them differ */
    public static byte[] docx(String text) {
        return packed(text, "[Content_Types].xml", "word/document.xml");
    }

    /** A package of these parts. */
    public static byte[] packed(String text, String... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String part : parts) {
                ZipEntry entry = new ZipEntry(part);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(text.getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /** A compound file: its head, a sector of content, and a directory of these entries. */
    public static byte[] compound(String... entries) {
        byte[] file = new byte[512 + 512 + entries.length * 128];
        byte[] head = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(head, 0, file, 0, head.length);
        for (int at = 0; at < entries.length; at++) {
            byte[] name = entries[at].getBytes(UTF_16LE);
            int entry = 1024 + at * 128;
            System.arraycopy(name, 0, file, entry, name.length);
            file[entry + 64] = (byte) (name.length + 2);
            file[entry + 66] = 2;
        }
        return file;
    }

    /** An old workbook with a sheet of Excel 4 macros. */
    public static byte[] oldMacroSheet() {
        byte[] file = compound("Root Entry", "Workbook");
        byte[] sheet = {0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x40, 0x00};
        System.arraycopy(sheet, 0, file, 600, sheet.length);
        return file;
    }
}
