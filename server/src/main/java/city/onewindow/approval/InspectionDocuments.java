package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
import city.onewindow.notice.WordedDocument;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written of an inspection: to the applicant before it, and for everybody after it. */
@Component
class InspectionDocuments {

    private static final String ABSENT = "未到场";

    private final DecisionDocuments documents;
    private final Catalogs catalogs;

    InspectionDocuments(DecisionDocuments documents, Catalogs catalogs) {
        this.documents = documents;
        this.catalogs = catalogs;
    }

    static String time(@Nullable LocalDateTime at) {
        return at == null ? "" : DayWords.hour(at);
    }

    /** Day, place, who comes by department, what to have ready. */
    FairCopy notice(Addressed to, Inspection inspection, LocalDateTime now) {
        String prepare = inspection.appointment().prepare();
        return write(
                WordedDocument.JOINT_INSPECTION,
                to,
                inspection,
                now,
                values(to, inspection)
                        .with(Place.VISITORS, departments(to, inspection.coming()))
                        .with(Place.PREPARE, prepare.isEmpty() ? "无" : prepare));
    }

    /** What was told before doesn't stand: it is moved, or cancelled. */
    FairCopy changed(Addressed to, Inspection before, boolean moved, String reason, LocalDateTime now) {
        return write(
                moved ? WordedDocument.JOINT_INSPECTION_MOVED : WordedDocument.JOINT_INSPECTION_CANCELLED,
                to,
                before,
                now,
                values(to, before).with(Place.REASON, reason));
    }

    /** @param absent codes of the departments that said they would come, and didn't */
    FairCopy record(Addressed to, Inspection inspection, Collection<String> absent, String words, LocalDateTime now) {
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
            } else if (absent.contains(visitor.department())) {
                String name = name(to, visitor.department());
                rows.add(List.of(name, items(inspection, visitor.department()), "无", ABSENT, ""));
            }
        }
        signatures.add("申请人（签字或者盖章）");
        return write(
                WordedDocument.INSPECTION_RECORD,
                to,
                inspection,
                now,
                values(to, inspection)
                        .with(Place.FINDINGS, new Table(List.of("部门", "事项", "踏勘人员", "结论", "情况"), rows))
                        .with(Place.SAID, words)
                        .with(Place.SIGNERS, new Signatures(signatures)));
    }

    private static PlaceValues values(Addressed to, Inspection inspection) {
        return new PlaceValues()
                .with(Place.CASE_NUMBER, to.number())
                .with(
                        Place.ITEM,
                        inspection.parts().stream()
                                .map(Inspection.Part::itemName)
                                .collect(Collectors.joining("、")))
                .with(Place.INSPECTED_AT, time(inspection.at()))
                .with(Place.SITE, inspection.appointment().place())
                .with(Place.SUBJECT, inspection.appointment().subject());
    }

    private static String items(Inspection inspection, String department) {
        return inspection.parts().stream()
                .filter(part -> part.department().equals(department))
                .map(Inspection.Part::itemName)
                .collect(Collectors.joining("、"));
    }

    /** As the history tells it; empty if all were there. */
    String absent(Addressed to, Collection<String> departments) {
        return departments.isEmpty()
                ? ""
                : ABSENT + departments.stream().map(one -> name(to, one)).collect(Collectors.joining("、", "：", "。"));
    }

    private String departments(Addressed to, List<Inspection.Visitor> visitors) {
        return visitors.stream().map(visitor -> name(to, visitor.department())).collect(Collectors.joining("、"));
    }

    private String name(Addressed to, String department) {
        Catalog catalog = catalogs.at(to.edition());
        return catalog.content().departmentName(department);
    }

    private FairCopy write(
            WordedDocument document, Addressed to, Inspection inspection, LocalDateTime now, PlaceValues values) {
        return documents.write(document, to, documents.legalName(to, inspection.department()), now, values);
    }
}
