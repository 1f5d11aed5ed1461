package city.onewindow.catalog.content;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.OwnForm;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The departments' own forms that rows of materials name. */
final class FormCells {

    private final Map<String, byte[]> beside = new TreeMap<>();
    private final Predicate<OwnForm> isKept;
    private final String ifMissing;
    private final Set<String> named = new TreeSet<>();
    private final Map<OwnForm, byte[]> read = new LinkedHashMap<>();

    private FormCells(Predicate<OwnForm> isKept, String ifMissing) {
        this.isKept = isKept;
        this.ifMissing = ifMissing;
    }

    /** Cells name files that lie beside the content files, in {@link ContentFiles#FORMS}. */
    static FormCells beside(ContentFiles files) {
        FormCells cells = new FormCells(form -> false, "可填：" + ContentFiles.FORMS + " 目录里一个文件的名称");
        files.files().forEach((path, content) -> {
            if (path.startsWith(ContentFiles.FORMS)) {
                cells.beside.put(normal(path.substring(ContentFiles.FORMS.length())), content);
            }
        });
        return cells;
    }

    /** Rows that lie in no file name what is kept already, as {@link OwnForm#written()}. */
    static FormCells kept(Predicate<OwnForm> isKept) {
        return new FormCells(isKept, "请重新上传这个文件");
    }

    /** @param before the material as it is loaded: what a file has no column for stays as it is */
    Map<FormPaper, OwnForm> of(Row row, @Nullable Material before) {
        Map<FormPaper, OwnForm> forms = new EnumMap<>(FormPaper.class);
        for (FormPaper paper : FormPaper.values()) {
            OwnForm form = row.has(paper.column())
                    ? form(row, paper)
                    : before == null ? null : before.forms().get(paper);
            if (form != null) {
                forms.put(paper, form);
            }
        }
        return forms;
    }

    private @Nullable OwnForm form(Row row, FormPaper paper) {
        String cell = row.optional(paper.column());
        byte[] content = beside.get(normal(cell));
        if (cell.isEmpty()) {
            return null;
        }
        if (content != null) {
            return checked(row, paper, cell, content);
        }
        OwnForm written = OwnForm.read(cell)
                .filter(form -> paper.isFor(form) && isKept.test(form))
                .orElse(null);
        if (written == null) {
            row.fault(paper.column(), "没有“" + cell + "”这个文件，" + ifMissing + Nearest.hint(cell, beside.keySet()));
        }
        return written;
    }

    private @Nullable OwnForm checked(Row row, FormPaper paper, String name, byte[] content) {
        named.add(normal(name));
        try {
            OwnForm form = OwnForm.of(paper, new Upload(name, content));
            read.put(form, content);
            return form;
        } catch (Problem.InvalidInput wrong) {
            row.fault(paper.column(), "“" + name + "”：" + wrong.faults().get(0).message());
            return null;
        }
    }

    /** What was read beside the content files. */
    Map<OwnForm, byte[]> contents() {
        return read;
    }

    /** Files that no row names. */
    Set<String> unnamed() {
        Set<String> rest = new TreeSet<>(beside.keySet());
        rest.removeAll(named);
        return rest;
    }

    /** Some systems write é and が as two characters each. */
    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
