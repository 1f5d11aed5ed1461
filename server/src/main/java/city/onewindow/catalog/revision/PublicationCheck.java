package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.NextEdition;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Linter;
import city.onewindow.catalog.lint.Waiver;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Nothing with an open finding at the level of an error is published: it would break the law, or the rules it was written by. */
@Component
class PublicationCheck {

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
     * A one-thing takes in what departments offer; an item that isn't there yet is its own department's to begin.
     *
     * @throws Problem.InvalidInput at each member that is no item
     */
    static void mustNotMakeItems(Revision revision, Content content) {
        if (revision.kind() != Revision.Kind.ONE_THING) {
            return;
        }
        List<Map<String, String>> members = revision.rows().of(NewOneThing.MEMBERS);
        List<Fault> faults = IntStream.range(0, members.size())
                .filter(at -> !content.items().containsKey(members.get(at).getOrDefault("item", "")))
                .mapToObj(at -> new Fault(
                        "/rows/" + NewOneThing.MEMBERS + "/" + (ContentRows.FIRST_LINE + at) + "/item",
                        "没有名为「" + members.get(at).getOrDefault("item", "") + "」的事项。请从列表中选一个；新事项先由它的部门起草、发布。"))
                .toList();
        Problem.InvalidInput.refuse(faults);
    }

    /**
     * @throws Problem.Conflict if nothing in it is new, or something else of the record was published since the revision began
     * @throws Problem.InvalidInput with each finding, at its cell of the revision
     */
    void mustPass(Revision revision, NextEdition next) {
        if (!next.differs()) {
            throw new Problem.Conflict("「" + revision.key() + "」和现行目录完全相同，没有可以发布的修改。不再需要的，请退回起草部门撤销。");
        }
        ContentRows replaced = revision.kind().published(revision.key(), next.before());
        if (replaced == null && !revision.isNew()) {
            throw new Problem.Conflict(
                    "现行目录里没有叫「" + revision.key() + "」的" + revision.kind().term() + "了，可能改了名称。请退回起草部门撤销，再从现行的重新起草。");
        }
        if (!revision.meanwhile(replaced).isEmpty()) {
            throw new Problem.Conflict("「" + revision.key() + "」在起草之后又发布过别的修改，直接发布会把它们改回去。请退回起草部门，看过之后再提交。");
        }
        mustPass(revision, next.before(), next.content());
    }

    /**
     * @param before the catalog as it is
     * @param after as it would be
     * @throws Problem.InvalidInput with each finding, at its cell of the revision
     */
    void mustPass(Revision revision, Content before, Content after) {
        List<Waiver> waived = waivers.holding();
        List<Fault> faults = new ArrayList<>();
        Judged.of(revision.kind().findings(revision.key(), after), waived)
                .openErrors()
                .forEach(error -> faults.add(fault(error, revision.rows())));
        if (revision.kind() == Revision.Kind.ITEM) {
            Map<String, Finding> broken = errorsWith(revision.key(), after, waived);
            broken.keySet().removeAll(errorsWith(revision.key(), before, waived).keySet());
            broken.values().forEach(error -> faults.add(elsewhere(error)));
        }
        Problem.InvalidInput.refuse(faults);
    }

    /**
     * The errors of the one-things that have the item in them, by rule and place: terms of theirs may follow its own into the
     * wrong. What was wrong before in other words isn't this revision's fault.
     */
    private static Map<String, Finding> errorsWith(String item, Content content, List<Waiver> waived) {
        Map<String, Finding> errors = new LinkedHashMap<>();
        content.oneThings().values().stream()
                .filter(thing ->
                        thing.members().stream().anyMatch(it -> it.item().equals(item)))
                .flatMap(thing -> Judged.of(Linter.lint(content, true, thing.name()), waived).openErrors().stream())
                .forEach(error -> errors.put(
                        error.rule() + "\n" + error.name() + "\n" + error.row() + "\n" + error.column(), error));
        return errors;
    }

    private static Fault elsewhere(Finding finding) {
        return new Fault(
                "/rows/items.csv/" + ContentRows.FIRST_LINE + "/" + finding.column(),
                "这样发布，「" + finding.name() + "」里的「" + finding.row() + "」就有错：" + finding.what()
                        + "。请先让它的牵头部门修改，再发布这个事项。");
    }

    private static Fault fault(Finding finding, ContentRows rows) {
        String place = finding.row().isEmpty() ? "" : "「" + finding.row() + "」";
        return new Fault(
                "/rows/" + finding.file() + "/" + RevisionFindings.line(finding, rows) + "/" + finding.column(),
                "「" + finding.name() + "」" + place + finding.rule().title() + "：" + finding.what() + "。请"
                        + finding.fix() + "；确有原因的，写明原因豁免后再发布。");
    }
}
