package city.onewindow.intake;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.kernel.Masking;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 告知承诺书: what a department tells whoever wants an item done on a declaration, and what the applicant declares to it (国办发〔2020〕42号).
 * One for each item, for each department decides on its own.
 */
@Component
class DeclarationPapers {

    private final Catalogs catalogs;
    private final Documents documents;

    DeclarationPapers(Catalogs catalogs, Documents documents) {
        this.catalogs = catalogs;
        this.documents = documents;
    }

    /**
     * To be issued with the acceptance.
     *
     * @param declaredBy who signed
     * @return by code of the item
     */
    Map<String, FairCopy> signed(Dossier dossier, String declaredBy, LocalDate day) {
        Map<String, FairCopy> papers = new LinkedHashMap<>();
        for (Item item : Declaration.chosenIn(dossier.merge().errand())) {
            papers.put(item.code(), documents.fairCopy(draft(dossier, List.of(item), declaredBy, day)));
        }
        return papers;
    }

    /** All of them on one sheet, to be read and signed at the counter before anything is accepted. */
    byte[] toSign(Dossier dossier, LocalDate day) {
        List<Item> items = Declaration.chosenIn(dossier.merge().errand());
        Applicant applicant = dossier.application().applicant();
        Applicant.Agent agent = applicant.agent();
        String signer = agent == null ? applicant.name() : agent.name();
        return documents.sheet(
                draft(dossier, items, signer, day), "/items/" + items.get(0).code());
    }

    private Draft draft(Dossier dossier, List<Item> items, String declaredBy, LocalDate day) {
        List<Section> sections = new ArrayList<>();
        for (Item item : items) {
            Declaration declaration = item.situations().declaration();
            if (declaration != null) {
                sections.addAll(sections(dossier, item, declaration));
            }
        }
        sections.add(new Section.Signatures(List.of("承诺人（" + declaredBy + "，签字或者盖章）")));
        return new Draft(
                DocumentKind.DECLARATION,
                dossier.application().number(),
                dossier.application().applicant().addressee(),
                legalName(dossier, items.get(0)),
                day,
                sections);
    }

    private List<Section> sections(Dossier dossier, Item item, Declaration declaration) {
        Applicant applicant = dossier.application().applicant();
        List<String> replaced = Declaration.replaced(item);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Facts(List.of(
                new Section.Fact("事项", item.name()),
                new Section.Fact("申请编号", dossier.application().number()),
                new Section.Fact("申请人", applicant.name()),
                new Section.Fact("证件号码", Masking.idNumber(applicant.idNumber())))));
        sections.add(new Section.Heading("行政机关告知"));
        sections.add(new Section.Paragraph("本事项可以采用告知承诺的方式办理，依据是" + declaration.ground()
                + "。申请人可以自主选择，不选择的按一般程序办理；作出决定前可以撤回承诺，改按一般程序办理。应当符合的条件："));
        sections.add(new Section.Numbered(declaration.declares()));
        if (!replaced.isEmpty()) {
            sections.add(new Section.Paragraph("承诺替代的材料：" + String.join("、", replaced) + "。"));
        }
        sections.add(new Section.Paragraph(legalName(dossier, item) + "自作出准予决定之日起 " + declaration.checkDays()
                + " 个工作日内核查。与承诺不符的，责令在 " + declaration.mendDays()
                + " 个工作日内整改；不符合条件、逾期不整改或者整改后仍不符合的，依法撤销决定，已经取得的结果失效，承诺不实的记入记录，信用修复前不再适用告知承诺。"));
        sections.add(new Section.Heading("申请人承诺"));
        sections.add(new Section.Numbered(List.of(
                "已经知晓行政机关告知的全部内容；",
                "符合上述条件，能够提交核查所需的材料；",
                "所填写和提交的内容真实、合法、有效；",
                "愿意接受核查，承担承诺不实的法律责任；",
                "以上承诺是真实的意思表示。")));
        return sections;
    }

    private String legalName(Dossier dossier, Item item) {
        return catalogs.at(dossier.application().edition())
                .department(item.department())
                .map(Department::legalName)
                .orElse(item.department());
    }
}
