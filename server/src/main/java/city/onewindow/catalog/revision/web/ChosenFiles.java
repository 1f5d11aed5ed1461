package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.revision.AttachedForms;
import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The form of a revision as it came in, with the files that were chosen: each is kept, and its cell names it as if that had been typed.
 *
 * @param parameters with those cells
 * @param attached names of the files that were taken
 * @param place id of the field of the last of them; empty if there is none
 * @param refused why the others weren't, each with its name
 */
record ChosenFiles(Map<String, String[]> parameters, List<String> attached, String place, List<String> refused) {

    static ChosenFiles of(HttpServletRequest request, long id, AttachedForms forms, Actor actor) {
        Map<String, String[]> parameters = new HashMap<>(request.getParameterMap());
        List<String> attached = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        String place = "";
        if (request instanceof MultipartHttpServletRequest sent) {
            for (Map.Entry<String, MultipartFile> chosen : sent.getFileMap().entrySet()) {
                SentFile file = new SentFile(chosen.getValue());
                if (!FormCell.isChooser(chosen.getKey()) || file.name().isEmpty()) {
                    continue;
                }
                String cell = FormCell.cellOf(chosen.getKey());
                FormPaper paper = FormPaper.inColumn(cell.substring(cell.lastIndexOf('.') + 1))
                        .orElseThrow(() -> new Problem.NotFound("没有这样的一栏可以附文件。请刷新页面后重新选择。"));
                try {
                    OwnForm form = forms.keep(id, paper, file.upload(), actor);
                    parameters.put(cell, new String[] {form.written()});
                    attached.add(form.name());
                    place = cell;
                } catch (Problem.InvalidInput wrong) {
                    refused.add(
                            "“" + file.name() + "”没有附上：" + wrong.faults().get(0).message());
                }
            }
        }
        return new ChosenFiles(parameters, attached, place.isEmpty() ? "" : Cells.id(place), refused);
    }

    boolean isComplete() {
        return refused.isEmpty() && !attached.isEmpty();
    }

    /** What came of them, for who chose them. */
    String told() {
        List<String> told = new ArrayList<>(refused);
        if (!attached.isEmpty()) {
            told.add("已附上“" + String.join("”“", attached) + "”。");
        }
        return told.isEmpty() ? "没有选择文件。请先选一个文件，再按“上传选好的文件”。" : String.join("", told);
    }
}
