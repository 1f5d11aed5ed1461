package city.onewindow.catalog.web;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import city.onewindow.notice.PrintedForm;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The blank form (空白表格) and the filled-in example (示范文本) of a material that is a form; in Chinese, as forms are. */
@Controller
@PreAuthorize("permitAll()")
class FormPapers {

    private final Guides guides;
    private final Documents documents;
    private final Bundles bundles;

    FormPapers(Guides guides, Documents documents, Bundles bundles) {
        this.guides = guides;
        this.documents = documents;
        this.bundles = bundles;
    }

    @GetMapping("/things/{code}/materials/{key}/{paper:blank|example}")
    ResponseEntity<byte[]> ofThing(
            @PathVariable String code,
            @PathVariable String key,
            @PathVariable String paper,
            @RequestParam MultiValueMap<String, String> query) {
        return printed(guides.ofThing(code, query), key, paper);
    }

    @GetMapping("/items/{code}/materials/{key}/{paper:blank|example}")
    ResponseEntity<byte[]> ofItem(
            @PathVariable String code,
            @PathVariable String key,
            @PathVariable String paper,
            @RequestParam MultiValueMap<String, String> query) {
        return printed(guides.ofItem(code, query), key, paper);
    }

    @GetMapping("/merge/materials/{key}/{paper:blank|example}")
    ResponseEntity<byte[]> ofItems(
            @RequestParam(name = "item") List<String> items,
            @PathVariable String key,
            @PathVariable String paper,
            @RequestParam MultiValueMap<String, String> query) {
        return printed(guides.ofItems(items, query), key, paper);
    }

    private ResponseEntity<byte[]> printed(GuideView guide, String key, String paper) {
        FormPaper which = FormPaper.coded(paper).orElseThrow();
        MergedMaterial material = guide.merge()
                .material(key)
                .filter(one -> guide.papers(one).contains(which))
                .orElseThrow(() ->
                        new Problem.NotFound("「" + guide.title() + "」按这样回答没有编号为“" + key + "”的表格。请从办事指南的材料清单重新打开。"));
        PrintedForm form =
                new FormSheet(guide, new Words(bundles.in(Locale.CHINA), guide.catalog()), material, which).form();
        return PrintAnswer.of(form.title(), Format.PDF, documents.form(form, guide.address()));
    }
}
