package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Linter;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nothing with an open finding at the level of an error is published: it would break the law, or the rules it was written by. */
@Component
class PublicationCheck {

    /** The column that tells a file's rows apart; the record's own row needs none. */
    private static final Map<String, String> ROW_NAMES =
            Map.of("materials.csv", "material", "one-things.csv", "item", "situations.csv", "question_code");

    private final Waivers waivers;

    PublicationCheck(Waivers waivers) {
        this.waivers = waivers;
    }

    /** @throws Problem.InvalidInput with each fault of a draft, at its cell of the revision */
    static void mustBeRight(Draft draft) {
        if (!draft.faults().isEmpty()) {
            throw new Problem.InvalidInput(draft.faults().stream()
                    .map(fault -> new Fault(
                            "/rows/" + fault.file() + "/" + fault.line() + "/" + fault.column(), fault.text()))
                    .toList());
        }
    }

    /**
     * @param content the catalog as it would be
     * @throws Problem.InvalidInput with each finding, at its cell of the revision
     */
    void mustPass(Revision revision, Content content) {
        List<Finding> findings = Linter.lint(content, revision.kind() == Revision.Kind.ONE_THING, revision.key());
        List<Finding> errors = Judged.of(findings, waivers.holding()).openErrors();
        if (!errors.isEmpty()) {
            throw new Problem.InvalidInput(
                    errors.stream().map(error -> fault(error, revision.rows())).toList());
        }
    }

    private static Fault fault(Finding finding, ContentRows rows) {
        String place = finding.row().isEmpty() ? "" : "「" + finding.row() + "」";
        return new Fault(
                "/rows/" + finding.file() + "/" + line(finding, rows) + "/" + finding.column(),
                "「" + finding.name() + "」" + place + finding.rule().title() + "：" + finding.what() + "。请"
                        + finding.fix() + "；确有原因的，写明原因豁免后再发布。");
    }

    private static int line(Finding finding, ContentRows rows) {
        String column = ROW_NAMES.get(finding.file());
        List<Map<String, String>> all = rows.of(finding.file());
        for (int i = 0; column != null && i < all.size(); i++) {
            if (finding.row().equals(all.get(i).get(column))) {
                return ContentRows.FIRST_LINE + i;
            }
        }
        return ContentRows.FIRST_LINE;
    }
}
