package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Reason;
import city.onewindow.notice.PrintedForm;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Heading;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A material that is a form, on paper: the fields of the items that ask for it, to be filled in by hand, or filled in with
 * examples.
 */
final class FormSheet {

    /** More choices than these are written, not ticked. */
    private static final int CHOICES = 12;
    /** A table with more columns than these is filled in one row below another. */
    private static final int COLUMNS = 5;

    private static final int EMPTY_ROWS = 3;
    /** A box for the pen. */
    static final String TICK = "□ ";

    private static final String GAP = "　";

    private final GuideView guide;
    private final MergedMaterial material;
    private final FormPaper paper;
    private final Catalog catalog;
    private final GuideWords say;
    private final FormValues values;
    private final Map<String, String> known;

    FormSheet(GuideView guide, Words words, MergedMaterial material, FormPaper paper) {
        this.guide = guide;
        this.material = material;
        this.paper = paper;
        this.catalog = guide.catalog();
        this.say = new GuideWords(guide, words);
        this.values = paper == FormPaper.EXAMPLE ? new ExampleForm(catalog, guide.merge()).values() : FormValues.EMPTY;
        this.known = new FormCheck(catalog, guide.merge()).known(values);
    }

    PrintedForm form() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Facts(List.of(new Fact(
                "申请办理", material.reasons().stream().map(Reason::item).distinct().collect(Collectors.joining("、"))))));
        for (FieldGroup group : guide.formOf(material)) {
            sections.add(new Heading(group.name()));
            fields(sections, group.fields());
        }
        sections.add(new Signatures(List.of("申请人（签字或盖章）")));
        return new PrintedForm(material.name() + "（" + paper.title() + "）", remark(), sections);
    }

    private String remark() {
        return paper == FormPaper.EXAMPLE
                ? "内容都是虚构的，只说明怎么填；没有填的是选填，或者这样填时不用填。"
                : "带＊的必填。在网上或者窗口办理的，系统会带出已有的信息，填好后直接打印，不用手写。";
    }

    /** Neighbouring fields stand in one table; a field that is a table itself stands between. */
    private void fields(List<Section> sections, List<MergedField> fields) {
        List<Fact> facts = new ArrayList<>();
        for (MergedField field : fields) {
            if (field.element().type() == FieldType.TABLE) {
                close(sections, facts);
                table(sections, field);
            } else {
                facts.add(new Fact(label(field), value(field)));
            }
        }
        close(sections, facts);
    }

    private static void close(List<Section> sections, List<Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Facts(facts));
            facts.clear();
        }
    }

    private String label(MergedField field) {
        boolean must = field.isAsked() && field.mandatoryWhen().equals(Expression.ALWAYS);
        return field.element().name() + (must ? "＊" : "");
    }

    private String value(MergedField field) {
        DataElement element = field.element();
        if (!field.isAsked()) {
            return field.given().isEmpty() ? say.must(field) : catalog.inWords(element, field.given());
        }
        if (paper == FormPaper.EXAMPLE) {
            return catalog.inWords(element, known.getOrDefault(element.code(), ""));
        }
        String when = say.writtenWhen(field);
        return empty(element) + (when.isEmpty() ? "" : "（" + when + "）");
    }

    private static String empty(DataElement element) {
        List<Option> options = element.options();
        if (!options.isEmpty() && options.size() <= CHOICES) {
            return options.stream().map(option -> TICK + option.text()).collect(Collectors.joining(GAP));
        }
        return element.type() == FieldType.DATE
                ? GAP.repeat(4) + "年" + GAP.repeat(2) + "月" + GAP.repeat(2) + "日"
                : GAP.repeat(element.constraint().unit().isEmpty() ? 0 : 6)
                        + element.constraint().unit();
    }

    private void table(List<Section> sections, MergedField field) {
        List<DataElement> columns = field.element().constraint().columns().stream()
                .map(code -> catalog.element(code).orElseThrow())
                .toList();
        List<Map<String, String>> rows = values.rows(field.element().code());
        sections.add(new Paragraph(label(field) + "（每行一项，不够可以另附页）"));
        if (columns.size() <= COLUMNS) {
            sections.add(new Table(
                    columns.stream().map(DataElement::name).toList(),
                    rows.isEmpty()
                            ? Collections.nCopies(
                                    EMPTY_ROWS,
                                    columns.stream().map(column -> "").toList())
                            : rows.stream().map(row -> cells(columns, row)).toList()));
            return;
        }
        for (Map<String, String> row : rows.isEmpty() ? List.of(Map.<String, String>of()) : rows) {
            List<String> cells = cells(columns, row);
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                facts.add(new Fact(columns.get(i).name(), cells.get(i)));
            }
            sections.add(new Facts(facts));
        }
    }

    private List<String> cells(List<DataElement> columns, Map<String, String> row) {
        return columns.stream()
                .map(column ->
                        row.isEmpty() ? empty(column) : catalog.inWords(column, row.getOrDefault(column.code(), "")))
                .toList();
    }
}
