package city.onewindow.catalog;

import city.onewindow.kernel.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a PDF is nothing but paper: everybody downloads a department's forms from a public page and trusts them, so none may run a
 * script, start a program or bring another file along.
 */
final class PdfCheck {

    /** An action of these kinds (ISO 32000-1, 12.6.4) runs or fetches something. */
    private static final List<String> ACTIONS = List.of("JavaScript", "Launch", "ImportData", "Rendition");

    /** An annotation of these kinds (12.5.6) carries a file or a program. */
    private static final List<String> CARRYING =
            List.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");

    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");

    private static final String PRINT = "请用“打印为 PDF”另存后再上传。";

    private PdfCheck() {}

    /** @throws Problem.InvalidInput at /file, with the reason */
    static void mustBePaper(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            eachPart(document.getDocument().getTrailer());
        } catch (InvalidPasswordException locked) {
            throw refused("PDF 加了密码，打不开。请去掉打开密码后再上传。");
        } catch (IOException damaged) {
            throw refused("PDF 已经损坏，打不开。" + PRINT);
        }
    }

    /** All that can be reached, each once: parts of a PDF lead to each other in circles. */
    private static void eachPart(COSBase trailer) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(trailer);
        while (!open.isEmpty()) {
            COSBase part = open.pop();
            COSBase base = part instanceof COSObject object ? object.getObject() : part;
            if (base == null || !seen.add(base)) {
                continue;
            }
            if (base instanceof COSDictionary dictionary) {
                mustBeStill(dictionary);
                dictionary.getValues().forEach(open::push);
            } else if (base instanceof COSArray array) {
                array.forEach(entry -> {
                    if (entry != null) {
                        open.push(entry);
                    }
                });
            }
        }
    }

    private static void mustBeStill(COSDictionary part) {
        if (part.containsKey(JS) || part.containsKey(XFA) || ACTIONS.contains(part.getNameAsString(COSName.S, ""))) {
            throw refused("PDF 里有打开时会运行的脚本或动作，不能给办事人下载。" + PRINT);
        }
        if (part.containsKey(COSName.EF) || CARRYING.contains(part.getNameAsString(COSName.SUBTYPE, ""))) {
            throw refused("PDF 里夹带了别的文件（附件、音像），不能给办事人下载。请删去它们，或者" + PRINT);
        }
    }

    private static Problem.InvalidInput refused(String reason) {
        return new Problem.InvalidInput("/file", reason);
    }
}
