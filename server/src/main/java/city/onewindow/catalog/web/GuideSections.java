package city.onewindow.catalog.web;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Window;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the papers of a guide have in common; in Chinese, as official papers are.
 *
 * @param reasoned whether it is said of each material which item needs it, and on what ground
 */
record GuideSections(GuideView guide, Words words, Centre centre, boolean reasoned) {

    /** So many characters at most stand in a line together with others. */
    private static final int BRIEF = 40;

    private record Column(String header, Function<MergedMaterial, String> cell) {}

    Facts inShort() {
        LocalDateTime start = guide.schedule().start();
        String charged = guide.charged().isEmpty()
                ? "不收费"
                : guide.charged().stream()
                        .map(item -> item.name() + "：" + item.terms().fee())
                        .collect(Collectors.joining("；"));
        return new Facts(List.of(
                new Fact("要办的事", guide.title()),
                new Fact(
                        "在哪里办",
                        Stream.concat(
                                        guide.windows().stream().map(Window::name),
                                        guide.outside().stream().map(item -> words.department(item.department())))
                                .distinct()
                                .collect(Collectors.joining("、"))),
                new Fact("多久办好", "承诺" + words.days(guide.promised().span()) + "，法定：" + words.statutory(guide)),
                new Fact("如果今天受理", words.until(guide.schedule().promised().due(), start) + "办结"),
                new Fact("收费", charged)));
    }

    /** What was answered; empty if nothing is asked. */
    List<Fact> situation() {
        return guide.errand().questions().stream().map(this::answer).toList();
    }

    private Fact answer(Question question) {
        String code = guide.errand().answers().getOrDefault(question.code(), "");
        String text = question.answers().stream()
                .filter(option -> option.code().equals(code))
                .map(words::text)
                .findFirst()
                .orElse(code);
        return new Fact(question.text(), text);
    }

    /** What to bring, what may follow, what may be left out, what hangs on the form, and what nobody has to bring. */
    List<Section> materials() {
        List<Section> sections = new ArrayList<>();
        table(sections, "请带上：", guide.toBring(), List.of());
        table(sections, "下列材料可以后补：", guide.toFollow(), List.of(new Column("什么时候交", GuideSections::later)));
        table(sections, "下列材料有就带，没有也能办：", guide.optional(), List.of());
        waiting(sections);
        list(sections, "下列材料由填好的表打印出来，您核对签字；空白表格和示范文本扫码可取：", guide.printed());
        ownForms(sections);
        list(sections, "下列材料由中心去取，不用您带：", guide.fetched());
        numbered(
                sections,
                "下列材料由同一件事里的事项办出来，不用您带：",
                guide.merge().produced().stream()
                        .map(material -> material.name() + "（「" + material.producer() + "」办出）")
                        .toList());
        return sections;
    }

    private void table(List<Section> sections, String lead, List<MergedMaterial> materials, List<Column> special) {
        if (materials.isEmpty()) {
            return;
        }
        // What is taken along is ticked off; a guide is only read.
        String box = reasoned ? "" : FormSheet.TICK;
        List<Column> columns = new ArrayList<>(List.of(new Column("材料", material -> box + material.name())));
        columns.addAll(special);
        columns.add(new Column("形式", material -> words.form(material.form(), material.copies())));
        columns.add(new Column("窗口会看", material -> String.join("；", material.reviewPoints())));
        if (reasoned) {
            columns.add(new Column("为什么要", this::reasons));
        }
        sections.add(new Paragraph(lead));
        sections.add(new Table(
                columns.stream().map(Column::header).toList(),
                materials.stream()
                        .map(material -> columns.stream()
                                .map(column -> column.cell().apply(material))
                                .toList())
                        .toList()));
    }

    /** As far as the content says it. */
    private static String later(MergedMaterial material) {
        return material.later().isEmpty() ? "先签承诺书，到承诺书写明的日期前补交（容缺受理）" : material.later();
    }

    private String reasons(MergedMaterial material) {
        return material.reasons().stream().map(this::reason).distinct().collect(Collectors.joining("；"));
    }

    private String reason(Reason reason) {
        return (guide.isMerged() ? guide.numberOf(reason) + ". " : "")
                + words.ground(reason.ground())
                + (reason.condition().isEmpty() ? "" : "（" + reason.condition() + "）");
    }

    private void waiting(List<Section> sections) {
        GuideWords say = new GuideWords(guide, words);
        numbered(
                sections,
                "表里这样填的，还要回答下列问题：",
                guide.errand().waiting().stream()
                        .map(one -> say.waits(one) + String.join("", say.brings(one)))
                        .toList());
    }

    /** By name: on paper there is no link, but the code leads to the page that has them below each material. */
    private void ownForms(List<Section> sections) {
        GuideForms forms = new GuideForms(guide);
        numbered(
                sections,
                "下列材料有部门自己的表格，扫码打开网页，在材料下面下载：",
                guide.merge().materials().stream()
                        .flatMap(material -> forms.of(material).stream()
                                .filter(link -> link.own() != null)
                                .map(link -> material.name() + "：" + ownForm(link)))
                        .toList());
    }

    private String ownForm(GuideForms.FormLink link) {
        OwnForm own = Objects.requireNonNull(link.own());
        return words.texts().t("catalog.material." + link.paper().code()) + "“" + own.name() + "”（" + own.sizeInWords()
                + (link.item().isEmpty() ? "）" : "，" + link.item() + "）");
    }

    private static void list(List<Section> sections, String lead, List<MergedMaterial> materials) {
        numbered(sections, lead, materials.stream().map(MergedMaterial::name).toList());
    }

    private static void numbered(List<Section> sections, String lead, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Paragraph(lead));
            sections.add(new Numbered(lines));
        }
    }

    /** What the departments say of their items beside the terms; what is said in a word stands together, to save paper. */
    List<Section> facts() {
        List<Section> sections = new ArrayList<>();
        for (GuideItem item : guide.items()) {
            List<Fact> facts = new ArrayList<>(List.of(new Fact("事项", item.name())));
            List<String> brief = new ArrayList<>();
            for (ItemFacts.Fact fact : ItemFacts.of(item)) {
                String label = words.texts().t("catalog.facts." + fact.key());
                String value = String.join("；", fact.values());
                if (value.length() > BRIEF) {
                    facts.add(new Fact(label, value));
                } else {
                    brief.add(label + "：" + value);
                }
            }
            if (!brief.isEmpty()) {
                facts.add(new Fact("其他", String.join("；", brief)));
            }
            if (facts.size() > 1) {
                sections.add(new Facts(facts));
            }
        }
        return sections;
    }

    /** Whose the windows are, and when somebody sits there; who takes in what no window does. */
    Facts windows() {
        List<Fact> facts = new ArrayList<>();
        String where = centre.address().isEmpty() ? centre.name() : centre.name() + "（" + centre.address() + "）";
        for (Window window : guide.windows()) {
            facts.add(new Fact(window.name(), where + "；牵头部门：" + words.department(window.leadDepartment())));
        }
        guide.outside().forEach(item -> facts.add(new Fact(item.name(), words.outside(item))));
        if (!guide.windows().isEmpty()) {
            facts.add(new Fact("办公时间", words.texts().t("catalog.window.hours")));
        }
        return new Facts(facts);
    }

    /** Promised days, and the statutory ones in brackets. */
    String days(GuideItem item) {
        var statutory = item.terms().statutory();
        return words.days(item.terms().promised()) + (statutory == null ? "" : "（" + words.days(statutory) + "）");
    }
}
