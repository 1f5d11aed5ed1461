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
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wordings;
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
    private final Wordings wordings;

    DeclarationPapers(Catalogs catalogs, Documents documents, Wordings wordings) {
        this.catalogs = catalogs;
        this.documents = documents;
        this.wordings = wordings;
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

    /** One below the other; signed once, for all of them. */
    private Draft draft(Dossier dossier, List<Item> items, String declaredBy, LocalDate day) {
        List<Section> sections = new ArrayList<>();
        for (Item item : items) {
            Declaration declaration = item.situations().declaration();
            if (declaration != null) {
                sections.removeIf(Section.Signatures.class::isInstance);
                sections.addAll(wordings.say(
                        WordedDocument.DECLARATION,
                        values(dossier, item, declaration).with(Place.PROMISER, declaredBy)));
            }
        }
        return new Draft(
                DocumentKind.DECLARATION,
                dossier.application().number(),
                dossier.application().applicant().addressee(),
                legalName(dossier, items.get(0)),
                day,
                sections);
    }

    private PlaceValues values(Dossier dossier, Item item, Declaration declaration) {
        Applicant applicant = dossier.application().applicant();
        List<String> replaced = Declaration.replaced(item);
        return new PlaceValues()
                .with(Place.ITEM, item.name())
                .with(Place.APPLICATION_NUMBER, dossier.application().number())
                .with(Place.APPLICANT, applicant.name())
                .with(Place.ID_NUMBER, Masking.idNumber(applicant.idNumber()))
                .with(Place.GROUND, declaration.ground())
                .with(Place.CONDITIONS, new Section.Numbered(declaration.declares()))
                .with(Place.REPLACED, replaced.isEmpty() ? "无" : String.join("、", replaced))
                .with(Place.CHECKER, legalName(dossier, item))
                .with(Place.CHECK_DAYS, String.valueOf(declaration.checkDays()))
                .with(Place.MEND_DAYS, String.valueOf(declaration.mendDays()));
    }

    private String legalName(Dossier dossier, Item item) {
        return catalogs.at(dossier.application().edition())
                .department(item.department())
                .map(Department::legalName)
                .orElse(item.department());
    }
}
