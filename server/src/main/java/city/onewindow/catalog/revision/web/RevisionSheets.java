package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.catalog.revision.Joined;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionAct;
import city.onewindow.catalog.revision.RevisionFindings;
import city.onewindow.catalog.revision.RevisionView;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Messages;
import city.onewindow.kernel.DayWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Makes the page of a revision, as it is kept or as somebody has typed it. */
@Component
class RevisionSheets {

    private static final MultiValueMap<String, String> UNANSWERED = new LinkedMultiValueMap<>();

    /** Columns in which the rows have their names. */
    private static final Map<String, String> NAMES = Map.of(
            Sections.MATERIALS, "material",
            Sections.FIELDS, "data_element",
            Sections.MEMBERS, "item",
            Sections.QUESTIONS, "question_zh");

    private final Catalogs catalogs;
    private final DraftGuides guides;
    private final Waivers waivers;
    private final Clock clock;
    /** What is said of the content is said in its language. */
    private final Messages texts;

    RevisionSheets(Catalogs catalogs, DraftGuides guides, Waivers waivers, Bundles bundles, Clock clock) {
        this.catalogs = catalogs;
        this.guides = guides;
        this.waivers = waivers;
        this.clock = clock;
        this.texts = bundles.in(Locale.CHINA);
    }

    /** As it is kept. */
    RevisionSheet of(RevisionView view) {
        return of(view, UNANSWERED);
    }

    /** @param answers to the questions of a one-thing, to see what it comes to */
    RevisionSheet of(RevisionView view, MultiValueMap<String, String> answers) {
        return sheet(view, view.revision().rows().rows(), view.draft(), List.of(), answers);
    }

    /** As it is kept, with one more empty row of a file. */
    RevisionSheet withRow(RevisionView view, String file) {
        Map<String, List<Map<String, String>>> rows =
                new HashMap<>(view.revision().rows().rows());
        List<Map<String, String>> more = new ArrayList<>(rows.getOrDefault(file, List.of()));
        more.add(Map.of());
        rows.put(file, more);
        return sheet(view, rows, view.draft(), List.of(), UNANSWERED);
    }

    /** As somebody typed it while another one saved. */
    RevisionSheet typed(RevisionView view, Map<String, List<Map<String, String>>> rows) {
        ContentRows typed = view.revision().kind().stated(view.revision().key(), rows, "typed");
        return sheet(
                view,
                rows,
                catalogs.draft(typed),
                Change.between(view.revision().rows(), typed),
                UNANSWERED);
    }

    /** What somebody typed, laid over what another one saved: where both changed the same, his. */
    RevisionSheet late(RevisionView view, Joined joined) {
        return sheet(view, joined.rows().rows(), catalogs.draft(joined.rows()), joined.contested(), UNANSWERED);
    }

    private RevisionSheet sheet(
            RevisionView view,
            Map<String, List<Map<String, String>>> rows,
            Draft draft,
            List<Change> mine,
            MultiValueMap<String, String> answers) {
        Revision revision = view.revision();
        Content content = catalogs.current().content();
        boolean oneThing = revision.kind() == Revision.Kind.ONE_THING;
        CodeNames names = CodeNames.of(content, rows.getOrDefault(Sections.QUESTIONS, List.of()));
        List<ContentFault> faults = oneThing ? MemberFaults.told(draft.faults(), rows, content) : draft.faults();
        boolean writes = view.next().contains(RevisionAct.SAVE);
        Map<String, List<Map<String, String>>> shownRows = writes ? rows : new InWords(names, texts).of(rows);
        List<Section> sections = Sections.of(revision.kind(), new Cells(shownRows, faults, content));
        Set<String> shown =
                sections.stream().flatMap(section -> section.ids().stream()).collect(Collectors.toSet());
        return new RevisionSheet(
                revision,
                writes,
                facts(view, content),
                sections,
                lines(faults, rows, shown, names),
                findings(revision, draft, rows, shown, names),
                ExampleLine.of(rows, faults, names),
                ChangeLine.of(mine, names),
                ChangeLine.of(revision.changes(), names),
                ChangeLine.of(view.meanwhile(), names),
                HistoryLine.of(view.history(), names, clock.getZone()),
                view.next(),
                Cells.elements(content),
                content.items().values().stream()
                        .map(item -> new Choice(item.name(), content.departmentName(item.department())))
                        .toList(),
                oneThing ? graph(revision, draft, rows, answers) : null);
    }

    /** The open ones first. */
    private List<FindingLine> findings(
            Revision revision,
            Draft draft,
            Map<String, List<Map<String, String>>> rows,
            Set<String> shown,
            CodeNames names) {
        Judged judged = Judged.of(
                RevisionFindings.of(revision, new ContentRows("", rows, List.of()), draft), waivers.holding());
        return Stream.concat(
                        judged.open().stream()
                                .map(finding -> FindingLine.of(finding, null, revision, rows, shown, names)),
                        judged.waived().stream()
                                .map(waived -> FindingLine.of(
                                        waived.finding(), waived.waiver(), revision, rows, shown, names)))
                .toList();
    }

    private DesignGraph graph(
            Revision revision,
            Draft draft,
            Map<String, List<Map<String, String>>> rows,
            MultiValueMap<String, String> answers) {
        return DesignReading.graph(
                rows.getOrDefault(Sections.MEMBERS, List.of()),
                catalogs.current(),
                guides.sketch(revision, rows, draft, answers),
                leftOut(draft.faults()));
    }

    private static DesignGraph.LeftOut leftOut(List<ContentFault> faults) {
        return new DesignGraph.LeftOut(
                !Cells.faulty(Sections.QUESTIONS, faults).isEmpty(),
                Cells.faulty(Sections.EFFECTS, faults).size());
    }

    private static List<FaultLine> lines(
            List<ContentFault> faults,
            Map<String, List<Map<String, String>>> rows,
            Set<String> shown,
            CodeNames names) {
        return faults.stream()
                .map(fault -> {
                    String id = Cells.id(fault.file(), Cells.row(fault), fault.column());
                    String elsewhere = fault.file().equals(Sections.MEMBERS) ? "#picture" : "#main";
                    return new FaultLine(
                            place(fault, rows, names), fault.message(), shown.contains(id) ? "#" + id : elsewhere);
                })
                .toList();
    }

    /** By the row's name; by its number while it has none. */
    private static String place(ContentFault fault, Map<String, List<Map<String, String>>> rows, CodeNames names) {
        List<Map<String, String>> list = rows.getOrDefault(fault.file(), List.of());
        int row = Cells.row(fault);
        String name = row < 0 || row >= list.size()
                ? ""
                : list.get(row).getOrDefault(NAMES.getOrDefault(fault.file(), ""), "");
        String number = name.isEmpty() && list.size() > 1 ? "第 " + (row + 1) + " 行" : "";
        String where = ChangeLine.row(fault.file(), name, names) + number;
        String column = fault.column().isEmpty() ? "" : Columns.label(fault.file(), fault.column());
        return where + (where.isEmpty() || column.isEmpty() ? "" : " · ") + column + "：";
    }

    private List<Fact> facts(RevisionView view, Content content) {
        Revision revision = view.revision();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(revision.kind().term(), revision.key()));
        facts.add(new Fact("起草部门", content.departmentName(revision.department())));
        facts.add(new Fact(
                "最近修改",
                revision.changedByName() + "，"
                        + DayWords.listed(revision.changedAt().atZone(clock.getZone()))));
        if (!revision.kind().isConfirmed()) {
            facts.add(new Fact("窗口牵头部门", content.departmentName(revision.windowLead())));
        }
        if (!view.awaited().isEmpty()) {
            facts.add(new Fact(
                    "还在等",
                    view.awaited().stream()
                            .map(code -> content.departmentName(code))
                            .collect(Collectors.joining("、"))));
        }
        if (revision.holdsFrom() != null && revision.edition() == null) {
            facts.add(new Fact("定于", revision.holdsFrom() + " 发布"));
        }
        if (revision.edition() != null) {
            facts.add(new Fact("发布为", "事项目录第 " + revision.edition() + " 版"));
        }
        return facts;
    }
}
