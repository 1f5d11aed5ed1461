package city.onewindow.catalog.web;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Window;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one-time notice of a guide (办事一次性告知单) for the printer; in Chinese, as official papers are. */
record GuideSheet(GuideView guide, Words words, Centre centre) {

    Draft draft() {
        List<Section> sections = new ArrayList<>();
        sections.add(inShort());
        List<Fact> answers =
                guide.errand().questions().stream().map(this::answer).toList();
        if (!answers.isEmpty()) {
            sections.add(new Paragraph("按您的下列情况："));
            sections.add(new Facts(answers));
        }
        add(sections, "请带上：", guide.toBring());
        follow(sections, guide.toFollow());
        add(sections, "下列材料有就带，没有也能办：", guide.optional());
        waiting(sections);
        list(sections, "下列材料由填好的表打印出来，您核对签字：", guide.printed());
        list(sections, "下列材料由中心去取，不用您带：", guide.fetched());
        sections.add(new Paragraph("办理的事项和依据："));
        sections.add(new Table(
                List.of("事项", "部门", "承诺（法定）", "收费", "依据"),
                guide.items().stream().map(this::row).toList()));
        guide.items().forEach(item -> say(sections, item));
        return new Draft(
                DocumentKind.GUIDE_NOTICE,
                "",
                Addressee.organisation(""),
                centre.name(),
                guide.schedule().start().toLocalDate(),
                sections);
    }

    private Facts inShort() {
        LocalDateTime start = guide.schedule().start();
        String charged = guide.charged().isEmpty()
                ? "不收费"
                : guide.charged().stream()
                        .map(item -> item.name() + "：" + item.terms().fee())
                        .collect(Collectors.joining("；"));
        return new Facts(List.of(
                new Fact("要办的事", guide.title()),
                new Fact("在哪里办", guide.windows().stream().map(Window::name).collect(Collectors.joining("、"))),
                new Fact(
                        "多久办好",
                        "承诺" + words.days(guide.promised().span()) + "，法定"
                                + words.days(guide.statutory().span())),
                new Fact("如果今天受理", words.until(guide.schedule().promised().due(), start) + "办结"),
                new Fact("收费", charged)));
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

    private void add(List<Section> sections, String lead, List<MergedMaterial> materials) {
        if (!materials.isEmpty()) {
            sections.add(new Paragraph(lead));
            sections.add(new Table(
                    List.of("材料", "形式", "窗口会看"),
                    materials.stream()
                            .map(material -> List.of(
                                    material.name(),
                                    words.form(material.form(), material.copies()),
                                    String.join("；", material.reviewPoints())))
                            .toList()));
        }
    }

    /** With when each has to follow, as far as the content says it. */
    private void follow(List<Section> sections, List<MergedMaterial> materials) {
        if (!materials.isEmpty()) {
            sections.add(new Paragraph("下列材料可以后补："));
            sections.add(new Table(
                    List.of("材料", "什么时候交", "形式", "窗口会看"),
                    materials.stream()
                            .map(material -> List.of(
                                    material.name(),
                                    material.later().isEmpty() ? "先签承诺书，到承诺书写明的日期前补交（容缺受理）" : material.later(),
                                    words.form(material.form(), material.copies()),
                                    String.join("；", material.reviewPoints())))
                            .toList()));
        }
    }

    private void waiting(List<Section> sections) {
        GuideWords say = new GuideWords(guide, words);
        List<String> lines = new ArrayList<>();
        guide.errand().waiting().forEach(one -> lines.add(say.waits(one) + String.join("；", say.brings(one))));
        if (!lines.isEmpty()) {
            sections.add(new Paragraph("表里这样填的，还要回答下列问题："));
            sections.add(new Numbered(lines));
        }
    }

    private static void list(List<Section> sections, String lead, List<MergedMaterial> materials) {
        if (!materials.isEmpty()) {
            sections.add(new Paragraph(lead));
            sections.add(
                    new Numbered(materials.stream().map(MergedMaterial::name).toList()));
        }
    }

    private void say(List<Section> sections, GuideItem item) {
        List<Fact> facts = ItemFacts.of(item).stream()
                .map(fact -> new Fact(words.texts().t("catalog.facts." + fact.key()), String.join("；", fact.values())))
                .toList();
        if (!facts.isEmpty()) {
            sections.add(new Paragraph("「" + item.name() + "」办理须知："));
            sections.add(new Facts(facts));
        }
    }

    private List<String> row(GuideItem item) {
        var statutory = item.terms().statutory();
        return List.of(
                item.name(),
                words.shortDepartment(item.department()),
                words.days(item.terms().promised()) + (statutory == null ? "" : "（" + words.days(statutory) + "）"),
                words.fee(item.terms()),
                item.terms().legalBasis());
    }
}
