package city.onewindow.catalog.web;

import city.onewindow.catalog.Expression;
import city.onewindow.catalog.MergedField;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Heading;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The guide (办事指南) for the printer, with all that its page says. */
record WholeGuide(GuideView guide, Words words, Centre centre) {

    Draft draft() {
        GuideSections parts = new GuideSections(guide, words, centre, true);
        Chapters chapters = new Chapters();
        chapters.add("概要", List.of(parts.inShort()));
        List<Fact> situation = parts.situation();
        if (!situation.isEmpty()) {
            chapters.add("您的情况", List.of(new Facts(situation)));
        }
        chapters.add("办什么，先后怎么走", process(parts));
        chapters.add("材料", parts.materials());
        chapters.add("要填的表（每项只填一次）", guide.form().isEmpty() ? List.of() : List.of(form()));
        chapters.add("收费", fees());
        chapters.add("依据", List.of(grounds()));
        chapters.add("办理须知", parts.facts());
        chapters.add("在哪里办", List.of(parts.windows()));
        return new Draft(
                DocumentKind.GUIDE,
                "",
                Addressee.organisation(""),
                centre.name(),
                guide.schedule().start().toLocalDate(),
                chapters.sections);
    }

    /** Numbered as they come; one with nothing in it is left out. */
    private static final class Chapters {

        private static final String NUMBERS = "一二三四五六七八九";

        private final List<Section> sections = new ArrayList<>();
        private int number;

        void add(String title, List<Section> content) {
            if (!content.isEmpty()) {
                sections.add(new Heading(NUMBERS.charAt(number++) + "、" + title));
                sections.addAll(content);
            }
        }
    }

    private List<Section> process(GuideSections parts) {
        GuideWords say = new GuideWords(guide, words);
        List<Section> sections = new ArrayList<>();
        sections.add(new Table(
                List.of("序号", "事项", "部门", "何时开始", "承诺（法定）", "办出什么"),
                guide.items().stream()
                        .map(item -> List.of(
                                String.valueOf(item.number()),
                                item.name(),
                                words.shortDepartment(item.department()),
                                say.starts(item),
                                parts.days(item),
                                item.terms().result()))
                        .toList()));
        if (guide.promised().items().size() > 1) {
            sections.add(new Paragraph(
                    "整件事的时间由最长的一路决定：" + String.join(" → ", guide.promised().items()) + "，承诺"
                            + words.days(guide.promised().span()) + "。"));
        }
        return sections;
    }

    private Facts form() {
        GuideWords say = new GuideWords(guide, words);
        return new Facts(guide.form().stream()
                .map(group -> new Fact(
                        group.name(),
                        group.fields().stream()
                                .map(field -> words.name(field.element()) + remark(field, say))
                                .collect(Collectors.joining("；"))))
                .toList());
    }

    /** What must always be filled in needs no remark: it is the most. */
    private static String remark(MergedField field, GuideWords say) {
        boolean plain = field.isAsked() && field.mandatoryWhen().equals(Expression.ALWAYS);
        String shown = say.shown(field);
        String must = plain ? shown : shown.isEmpty() ? say.must(field) : say.must(field) + "，" + shown;
        return must.isEmpty() ? "" : "（" + must + "）";
    }

    private List<Section> fees() {
        List<Fact> charged = guide.items().stream()
                .filter(item -> !item.terms().isPlainlyFree())
                .map(item -> new Fact(item.name(), words.fee(item.terms())))
                .toList();
        return charged.isEmpty() ? List.of(new Paragraph("不收费。")) : List.of(new Facts(charged));
    }

    private Facts grounds() {
        return new Facts(guide.items().stream()
                .map(item -> new Fact(item.name(), words.ground(item.terms().legalBasis())))
                .toList());
    }
}
