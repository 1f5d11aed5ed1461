package city.onewindow.catalog.web;

import city.onewindow.kernel.Centre;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Table;
import java.util.ArrayList;
import java.util.List;

/** The one-time notice of a guide (办事一次性告知单) for the printer: what to bring and what comes of it. */
record GuideSheet(GuideView guide, Words words, Centre centre) {

    Draft draft() {
        GuideSections parts = new GuideSections(guide, words, centre, false);
        List<Section> sections = new ArrayList<>();
        sections.add(parts.inShort());
        List<Fact> situation = parts.situation();
        if (!situation.isEmpty()) {
            sections.add(new Paragraph("按您的下列情况："));
            sections.add(new Facts(situation));
        }
        sections.addAll(parts.materials());
        sections.add(new Paragraph("办理的事项和依据："));
        sections.add(new Table(
                List.of("事项", "部门", "承诺（法定）", "收费", "依据"),
                guide.items().stream()
                        .map(item -> List.of(
                                item.name(),
                                words.shortDepartment(item.department()),
                                parts.days(item),
                                words.fee(item.terms()),
                                item.terms().legalBasis()))
                        .toList()));
        List<Section> facts = parts.facts();
        if (!facts.isEmpty()) {
            sections.add(new Paragraph("办理须知："));
            sections.addAll(facts);
        }
        sections.add(new Paragraph("在哪里办："));
        sections.add(parts.windows());
        return new Draft(
                DocumentKind.GUIDE_NOTICE,
                "",
                Addressee.organisation(""),
                centre.name(),
                guide.schedule().start().toLocalDate(),
                sections);
    }
}
