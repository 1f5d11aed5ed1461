package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.OwnForms;
import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import city.onewindow.notice.PrintedForm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The blank form (空白表格) and the filled-in example (示范文本) of a material that is a form: its department's own, or printed from the
 * fields; in Chinese, as forms are.
 */
@Controller
@PreAuthorize("permitAll()")
class FormPapers {

    private final Catalogs catalogs;
    private final OwnForms forms;
    private final Guides guides;
    private final Documents documents;
    private final Bundles bundles;

    FormPapers(Catalogs catalogs, OwnForms forms, Guides guides, Documents documents, Bundles bundles) {
        this.catalogs = catalogs;
        this.forms = forms;
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

    /**
     * The item's own, if its department has one.
     *
     * @param edition whose own form is meant, for whoever goes by an older guide; null: the current one
     */
    @GetMapping("/items/{code}/materials/{key}/{paper:blank|example}")
    ResponseEntity<byte[]> ofItem(
            @PathVariable String code,
            @PathVariable String key,
            @PathVariable String paper,
            @RequestParam(required = false) @Nullable Integer edition,
            @RequestParam MultiValueMap<String, String> query) {
        Catalog catalog = edition == null ? catalogs.current() : catalogs.at(edition);
        Optional<OwnForm> own = own(catalog, code, key, FormPaper.coded(paper).orElseThrow());
        return own.isPresent()
                ? OwnFormAnswer.of(own.get(), forms.content(own.get()))
                : printed(guides.ofItem(code, query), key, paper);
    }

    private static Optional<OwnForm> own(Catalog catalog, String code, String key, FormPaper paper) {
        return catalog.itemByCode(code).stream()
                .flatMap(item -> item.materials().stream())
                .filter(material -> material.key().equals(key))
                .flatMap(material -> Stream.ofNullable(material.forms().get(paper)))
                .findFirst();
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
                .filter(one -> new GuideForms(guide).isPrinted(one, which))
                .orElseThrow(() ->
                        new Problem.NotFound("「" + guide.title() + "」按这样回答没有编号为“" + key + "”的表格。请从办事指南的材料清单重新打开。"));
        PrintedForm form =
                new FormSheet(guide, new Words(bundles.in(Locale.CHINA), guide.catalog()), material, which).form();
        return PrintAnswer.of(form.title(), Format.PDF, documents.form(form, guide.address()));
    }
}
