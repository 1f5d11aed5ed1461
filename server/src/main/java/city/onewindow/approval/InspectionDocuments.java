package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written of an inspection: to the applicant before it, and for everybody after it. */
@Component
class InspectionDocuments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final DecisionDocuments documents;
    private final Catalogs catalogs;

    InspectionDocuments(DecisionDocuments documents, Catalogs catalogs) {
        this.documents = documents;
        this.catalogs = catalogs;
    }

    static String time(@Nullable LocalDateTime at) {
        return at == null ? "" : TIME.format(at);
    }

    /** Day, place, who comes by department, what to have ready. */
    FairCopy notice(Addressed to, Inspection inspection, LocalDateTime now) {
        List<Fact> facts = facts(to, inspection);
        facts.add(new Fact("参加部门", departments(to, inspection.coming())));
        String prepare = inspection.appointment().prepare();
        if (!prepare.isEmpty()) {
            facts.add(new Fact("请准备", prepare));
        }
        return write(
                DocumentKind.JOINT_INSPECTION,
                to,
                inspection,
                now,
                List.of(
                        new Paragraph("你（单位）申请办理的下列事项需要核实申请材料的实质内容。有关部门约定同时到现场踏勘，只踏勘一次，请届时派人到场。"),
                        new Facts(facts),
                        new Paragraph("踏勘不另外计算时间，办理期限照常。各部门到场的工作人员不少于两人，并出示执法证件。")));
    }

    /** What was told before doesn't stand: it is moved, or cancelled. */
    FairCopy changed(Addressed to, Inspection before, boolean moved, String reason, LocalDateTime now) {
        List<Fact> facts = facts(to, before);
        facts.add(new Fact("原因", reason));
        String told = "原定于" + time(before.at()) + "的联合踏勘" + (moved ? "改期。" : "取消。");
        String next = moved ? "新的时间由各部门确认后，另行通知。" : "各事项的办理照常进行，办理期限不变。";
        return write(
                DocumentKind.JOINT_INSPECTION,
                to,
                before,
                now,
                List.of(new Paragraph(told), new Facts(facts), new Paragraph(next)));
    }

    FairCopy record(Addressed to, Inspection inspection, String words, LocalDateTime now) {
        List<List<String>> rows = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        for (Inspection.Visitor visitor : inspection.visitors()) {
            Inspection.Finding finding = visitor.finding();
            if (finding != null) {
                String name = name(to, visitor.department());
                rows.add(List.of(
                        name,
                        items(inspection, visitor.department()),
                        String.join("、", finding.officers()),
                        finding.result().term(),
                        finding.text()));
                signatures.add(name + "踏勘人员（签字）");
            }
        }
        signatures.add("申请人（签字或者盖章）");
        return write(
                DocumentKind.INSPECTION_RECORD,
                to,
                inspection,
                now,
                List.of(
                        new Facts(facts(to, inspection)),
                        new Table(List.of("部门", "事项", "踏勘人员", "结论", "情况"), rows),
                        new Facts(List.of(new Fact("申请人意见", words))),
                        new Signatures(signatures)));
    }

    private static List<Fact> facts(Addressed to, Inspection inspection) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("办件编号", to.number()));
        facts.add(new Fact(
                "事项", inspection.parts().stream().map(Inspection.Part::itemName).collect(Collectors.joining("、"))));
        facts.add(new Fact("踏勘时间", time(inspection.at())));
        facts.add(new Fact("踏勘地点", inspection.appointment().place()));
        facts.add(new Fact("踏勘内容", inspection.appointment().subject()));
        return facts;
    }

    private static String items(Inspection inspection, String department) {
        return inspection.parts().stream()
                .filter(part -> part.department().equals(department))
                .map(Inspection.Part::itemName)
                .collect(Collectors.joining("、"));
    }

    private String departments(Addressed to, List<Inspection.Visitor> visitors) {
        return visitors.stream().map(visitor -> name(to, visitor.department())).collect(Collectors.joining("、"));
    }

    private String name(Addressed to, String department) {
        Catalog catalog = catalogs.at(to.edition());
        return catalog.content().departmentName(department);
    }

    private FairCopy write(
            DocumentKind kind, Addressed to, Inspection inspection, LocalDateTime now, List<Section> sections) {
        return documents.write(kind, to, documents.legalName(to, inspection.department()), now, sections);
    }
}
