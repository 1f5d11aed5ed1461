package city.onewindow.catalog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What can be had on paper of a material that is a form: its departments' own, and, as long as an item that asks for it has none, the
 * one printed from the fields.
 */
public final class GuideForms {

    private final GuideView guide;

    public GuideForms(GuideView guide) {
        this.guide = guide;
    }

    /**
     * One of them.
     *
     * @param own the department's own; null if it is printed
     * @param item whose own it is, where there are others beside it; else empty
     */
    public record FormLink(
            FormPaper paper, String address, @Nullable OwnForm own, String item) {}

    /** Nothing of a draft's: the public has only what is published. */
    public List<FormLink> of(MergedMaterial material) {
        List<FormLink> links = new ArrayList<>();
        if (guide.hasNotice()) {
            for (FormPaper paper : FormPaper.values()) {
                links.addAll(of(material, paper));
            }
        }
        return links;
    }

    private List<FormLink> of(MergedMaterial material, FormPaper paper) {
        List<FormLink> links = new ArrayList<>();
        Set<String> digests = new HashSet<>();
        boolean alone = material.reasons().stream().map(Reason::item).distinct().count() == 1;
        for (MergedMaterial.Own own : material.forms(paper)) {
            if (digests.add(own.form().digest())) {
                String address = address("/items/" + guide.item(own.item()).code(), material.key(), paper);
                links.add(new FormLink(paper, address, own.form(), alone ? "" : own.item()));
            }
        }
        if (isPrinted(material, paper)) {
            links.add(new FormLink(paper, address(guide.path(), material.key(), paper) + guide.query(), null, ""));
        }
        return links;
    }

    /** Whether it is printed from the fields: some item that asks for it leaves it to that. */
    boolean isPrinted(MergedMaterial material, FormPaper paper) {
        return guide.hasNotice()
                && material.origin() == MergedMaterial.Origin.FORM
                && !material.hasAllForms(paper)
                && !guide.formOf(material).isEmpty();
    }

    static String address(String path, String key, FormPaper paper) {
        return path + "/materials/" + UriUtils.encodePathSegment(key, UTF_8) + "/" + paper.code();
    }
}
