package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Section;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The written form of what was decided; each method writes one document out. */
@Component
class DecisionDocuments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    /** 行政复议法 第二十条, 行政诉讼法 第四十六条; told as 行政许可法 第三十八条第二款 demands. */
    private static final String REMEDIES = "如不服本决定，可以自收到本文书之日起六十日内依法申请行政复议，也可以自收到本文书之日起六个月内依法向人民法院提起行政诉讼。";

    private final Documents documents;
    private final Catalogs catalogs;
    private final Centre centre;

    DecisionDocuments(Documents documents, Catalogs catalogs, Centre centre) {
        this.documents = documents;
        this.catalogs = catalogs;
        this.centre = centre;
    }

    FairCopy grant(Addressed to, AcceptedMatter matter, LocalDateTime at) {
        return write(
                DocumentKind.GRANT,
                to,
                legalName(to, matter.department()),
                at,
                List.of(
                        new Paragraph(received(to, matter.itemName()) + "。经审查，申请符合法定条件、标准，依据" + matter.legalBasis()
                                + "，决定准予。"),
                        facts(to, matter.itemName(), new Fact("办理结果", matter.result())),
                        new Paragraph("本机关将自作出决定之日起十日内颁发、送达办理结果。")));
    }

    FairCopy deny(Addressed to, Matter matter, Said said, LocalDateTime at) {
        return write(
                DocumentKind.DENIAL,
                to,
                legalName(to, matter.department()),
                at,
                List.of(
                        new Paragraph(received(to, matter.itemName()) + "。经审查，决定不予。"),
                        facts(to, matter.itemName(), new Fact("理由", said.opinion()), new Fact("依据", said.ground())),
                        new Paragraph(REMEDIES)));
    }

    /** @param why which denial ended it */
    FairCopy terminate(Addressed to, Matter matter, String why, LocalDateTime at) {
        return write(
                DocumentKind.TERMINATION,
                to,
                legalName(to, matter.department()),
                at,
                List.of(
                        new Paragraph("你（单位）申请办理的「" + matter.itemName() + "」，因下列原因终止办理。"),
                        facts(to, matter.itemName(), new Fact("原因", why)),
                        new Paragraph("终止办理不影响你（单位）在具备条件后重新提出申请。")));
    }

    FairCopy certify(Addressed to, AcceptedMatter matter, String certificate, LocalDateTime at) {
        return write(
                DocumentKind.CERTIFICATE,
                to,
                legalName(to, matter.department()),
                at,
                List.of(
                        new Paragraph("你（单位）申请办理的「" + matter.itemName() + "」已经办妥，结果如下。"),
                        facts(
                                to,
                                matter.itemName(),
                                new Fact("办理结果", matter.result()),
                                new Fact("证照（文书）编号", certificate))));
    }

    /** @param matter with its new dates */
    FairCopy suspend(Addressed to, Matter matter, SpecialProcedure begun, LocalDateTime at) {
        return write(
                DocumentKind.SPECIAL_PROCEDURE,
                to,
                legalName(to, matter.department()),
                at,
                List.of(
                        new Paragraph(received(to, matter.itemName()) + "。办理中需要进行"
                                + begun.kind().term() + "，所需时间不计算在办理期限内（"
                                + begun.kind().ground() + "），现予告知。"),
                        facts(
                                to,
                                matter.itemName(),
                                new Fact("特别程序", begun.kind().term()),
                                new Fact("事由", begun.reason()),
                                new Fact("所需时间", DAY.format(begun.begunOn()) + "至" + DAY.format(begun.expectedEnd())),
                                new Fact("扣除后承诺办结", DAY.format(matter.running().promisedDue())),
                                new Fact("扣除后法定办结", DAY.format(matter.running().statutoryDue())))));
    }

    /** @param matter with its new dates */
    FairCopy extend(Addressed to, Matter matter, String reason, LocalDateTime at) {
        return write(
                DocumentKind.EXTENSION,
                to,
                legalName(to, matter.department()),
                at,
                List.of(
                        new Paragraph(received(to, matter.itemName()) + "，不能按期作出决定。经本机关负责人批准，办理期限延长"
                                + matter.extension().inWords()
                                + "，现将理由告知如下。"),
                        facts(to, matter.itemName(), new Fact("延长的理由", reason), new Fact("延长后的办结期限", limits(matter)))));
    }

    /** Where no law sets a limit only the promise is told. */
    private static String limits(Matter matter) {
        String promised = "承诺" + DAY.format(matter.running().promisedDue());
        return matter.statutory() == null
                ? promised
                : promised + "，法定" + DAY.format(matter.running().statutoryDue());
    }

    FairCopy withdraw(Addressed to, List<Matter> ended, String reason, LocalDateTime at) {
        return write(
                DocumentKind.TERMINATION,
                to,
                centre.name(),
                at,
                List.of(
                        new Paragraph("你（单位）申请撤回办件" + to.number() + "（" + to.title() + "）。其中尚未作出决定的下列事项终止办理。"),
                        new Numbered(ended.stream().map(Matter::itemName).toList()),
                        new Paragraph("撤回的原因：" + reason),
                        new Paragraph("已经作出的决定不受影响。你（单位）可以重新提出申请。")));
    }

    /** @param why which materials never came, and until when they should have */
    FairCopy lapse(Addressed to, List<Matter> ended, String why, LocalDateTime at) {
        return write(
                DocumentKind.TERMINATION,
                to,
                centre.name(),
                at,
                List.of(
                        new Paragraph("你（单位）的办件" + to.number() + "（" + to.title() + "）是容缺受理的。" + why
                                + "。依照《河南省优化营商环境条例》第三十五条和你（单位）签署的容缺受理承诺，视为撤回申请，下列事项终止办理："),
                        new Numbered(ended.stream().map(Matter::itemName).toList()),
                        new Paragraph("其中已经作出、尚未送达的准予决定不再送达，不发生效力。已收材料退还你（单位）；材料齐全后可以重新提出申请。"),
                        new Paragraph(REMEDIES)));
    }

    /** How each decision begins. */
    private static String received(Addressed to, String itemName) {
        return "你（单位）申请办理的「" + itemName + "」，本机关于" + DAY.format(to.acceptedAt()) + "受理";
    }

    FairCopy write(DocumentKind kind, Addressed to, String issuer, LocalDateTime at, List<Section> sections) {
        return documents.fairCopy(new Draft(kind, to.number(), to.addressee(), issuer, at.toLocalDate(), sections));
    }

    private static Facts facts(Addressed to, String itemName, Fact... more) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("办件编号", to.number()));
        facts.add(new Fact("事项", itemName));
        facts.addAll(List.of(more));
        return new Facts(facts);
    }

    String legalName(Addressed to, String department) {
        return catalogs.at(to.edition())
                .department(department)
                .map(Department::legalName)
                .orElse(department);
    }
}
