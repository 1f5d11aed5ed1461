package city.onewindow.approval;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wordings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The written form of what was decided; each method writes one document out. */
@Component
class DecisionDocuments {

    private final Documents documents;
    private final Wordings wordings;
    private final Catalogs catalogs;
    private final Centre centre;

    DecisionDocuments(Documents documents, Wordings wordings, Catalogs catalogs, Centre centre) {
        this.documents = documents;
        this.wordings = wordings;
        this.catalogs = catalogs;
        this.centre = centre;
    }

    /**
     * @param department that decides: whose the matter is when it does, not when it was accepted
     * @param record number of the record of the hearing on which it rests (行政许可法 第四十八条第二款); null if there was none
     */
    FairCopy grant(Addressed to, AcceptedMatter matter, String department, @Nullable String record, LocalDateTime at) {
        PlaceValues values = received(to, matter.itemName())
                .with(Place.GROUND, matter.legalBasis())
                .with(Place.RESULT, matter.result());
        return record == null
                ? decided(WordedDocument.GRANT, to, department, at, values)
                : decided(WordedDocument.GRANT_HEARD, to, department, at, values.with(Place.HEARING_RECORD, record));
    }

    /** @param declared what it rests on; nothing was examined but that the declaration was signed */
    FairCopy grant(
            Addressed to,
            AcceptedMatter matter,
            String department,
            Declared declared,
            LocalDate checkedUntil,
            LocalDateTime at) {
        return decided(
                WordedDocument.GRANT_DECLARED,
                to,
                department,
                at,
                received(to, matter.itemName())
                        .with(Place.DECLARATION_CODE, declared.document())
                        .with(Place.GROUND, matter.legalBasis())
                        .with(Place.RESULT, matter.result())
                        .with(Place.CHECKED_BY, DayWords.of(checkedUntil)));
    }

    /** @param until last day to mend */
    FairCopy orderMending(Addressed to, Matter matter, String found, LocalDate until, LocalDateTime at) {
        return decided(
                WordedDocument.MENDING_ORDER,
                to,
                matter.department(),
                at,
                item(to, matter.itemName()).with(Place.FOUND, found).with(Place.MENDED_BY, DayWords.of(until)));
    }

    /** @param heard what the applicant said before */
    FairCopy revoke(Addressed to, Matter matter, Said said, String heard, LocalDateTime at) {
        return decided(
                WordedDocument.REVOCATION,
                to,
                matter.department(),
                at,
                item(to, matter.itemName())
                        .with(Place.REASON, said.opinion())
                        .with(Place.GROUND, said.ground())
                        .with(Place.HEARD, heard));
    }

    /**
     * @param issuer code of the department; null: the centre, for what the window ended
     * @param takenBack numbers of the documents that hold no longer
     */
    FairCopy tell(
            Addressed to,
            String itemName,
            @Nullable String issuer,
            AskedRuling ruling,
            List<String> takenBack,
            String consequence,
            LocalDateTime at) {
        return write(
                WordedDocument.RULING_NOTICE,
                to,
                issuer == null ? centre.name() : legalName(to, issuer),
                at,
                item(to, itemName)
                        .with(Place.RULING, ruling.named())
                        .with(Place.RULED, ruling.paper().ruled())
                        .with(Place.TAKEN_BACK, takenBack.isEmpty() ? "无" : String.join("、", takenBack))
                        .with(Place.CONSEQUENCE, consequence));
    }

    static String day(LocalDateTime at) {
        return DayWords.of(at);
    }

    /** @param record as with a grant */
    FairCopy deny(Addressed to, Matter matter, Said said, @Nullable String record, LocalDateTime at) {
        PlaceValues values = received(to, matter.itemName())
                .with(Place.REASON, said.opinion())
                .with(Place.GROUND, said.ground());
        return record == null
                ? decided(WordedDocument.DENIAL, to, matter.department(), at, values)
                : decided(
                        WordedDocument.DENIAL_HEARD,
                        to,
                        matter.department(),
                        at,
                        values.with(Place.HEARING_RECORD, record));
    }

    /** @param why which denial ended it */
    FairCopy terminate(Addressed to, Matter matter, String why, LocalDateTime at) {
        return decided(
                WordedDocument.TERMINATION_DEPENDENT,
                to,
                matter.department(),
                at,
                item(to, matter.itemName()).with(Place.REASON, why));
    }

    FairCopy certify(Addressed to, AcceptedMatter matter, String department, String certificate, LocalDateTime at) {
        return decided(
                WordedDocument.CERTIFICATE,
                to,
                department,
                at,
                item(to, matter.itemName())
                        .with(Place.RESULT, matter.result())
                        .with(Place.CERTIFICATE_NUMBER, certificate));
    }

    /** @param matter with its new dates */
    FairCopy suspend(Addressed to, Matter matter, SpecialProcedure begun, LocalDateTime at) {
        return decided(
                WordedDocument.SPECIAL_PROCEDURE,
                to,
                matter.department(),
                at,
                received(to, matter.itemName())
                        .with(Place.PROCEDURE, begun.kind().term())
                        .with(Place.GROUND, begun.kind().ground())
                        .with(Place.REASON, begun.reason())
                        .with(Place.CARRIED_OUT_BY, begun.carriedOut())
                        .with(Place.SPAN, DayWords.of(begun.begunOn()) + "至" + DayWords.of(begun.expectedEnd()))
                        .with(Place.PROMISED, DayWords.of(matter.running().promisedDue()))
                        .with(Place.STATUTORY, DayWords.of(matter.running().statutoryDue())));
    }

    /**
     * @param before with the dates that it had
     * @param matter with its new dates
     */
    FairCopy extend(Addressed to, Matter before, Matter matter, String reason, LocalDateTime at) {
        return decided(
                WordedDocument.EXTENSION,
                to,
                matter.department(),
                at,
                received(to, matter.itemName())
                        .with(Place.EXTENDED_BY, matter.days(matter.extended()).inWords())
                        .with(Place.GROUND, matter.extensible().ground())
                        .with(Place.REASON, reason)
                        .with(Place.EXTENDED_FROM, before.limitsInWords())
                        .with(Place.EXTENDED_TO, matter.limitsInWords()));
    }

    /**
     * @param before when the licences were due by law
     * @param due when they are, from now on
     */
    FairCopy extendJoint(
            Addressed to, int days, String reason, LocalDateTime before, LocalDateTime due, LocalDateTime at) {
        return write(
                WordedDocument.JOINT_EXTENSION,
                to,
                centre.name(),
                at,
                new PlaceValues()
                        .with(Place.CASE_NUMBER, to.number())
                        .with(Place.CASE_TITLE, to.title())
                        .with(Place.ACCEPTED_ON, DayWords.of(to.acceptedAt()))
                        .with(
                                Place.EXTENDED_BY,
                                TimeLimit.workingDays(String.valueOf(days)).inWords())
                        .with(Place.REASON, reason)
                        .with(Place.EXTENDED_FROM, "法定" + DayWords.of(before))
                        .with(Place.EXTENDED_TO, "法定" + DayWords.of(due)));
    }

    FairCopy withdraw(Addressed to, List<Matter> ended, String reason, LocalDateTime at) {
        return write(WordedDocument.TERMINATION_WITHDRAWN, to, centre.name(), at, ended(to, ended, reason));
    }

    /** @param why which materials never came, and until when they should have */
    FairCopy lapse(Addressed to, List<Matter> ended, String why, LocalDateTime at) {
        return write(WordedDocument.TERMINATION_LAPSED, to, centre.name(), at, ended(to, ended, why));
    }

    private static PlaceValues ended(Addressed to, List<Matter> ended, String why) {
        return new PlaceValues()
                .with(Place.CASE_NUMBER, to.number())
                .with(Place.CASE_TITLE, to.title())
                .with(
                        Place.ENDED,
                        new Section.Numbered(
                                ended.stream().map(Matter::itemName).toList()))
                .with(Place.REASON, why);
    }

    private static PlaceValues item(Addressed to, String itemName) {
        return new PlaceValues().with(Place.CASE_NUMBER, to.number()).with(Place.ITEM, itemName);
    }

    private static PlaceValues received(Addressed to, String itemName) {
        return item(to, itemName).with(Place.ACCEPTED_ON, DayWords.of(to.acceptedAt()));
    }

    /** What a department of the case decided, in its legal name. */
    private FairCopy decided(
            WordedDocument document, Addressed to, String department, LocalDateTime at, PlaceValues values) {
        return write(document, to, legalName(to, department), at, values);
    }

    FairCopy write(WordedDocument document, Addressed to, String issuer, LocalDateTime at, PlaceValues values) {
        List<Section> said = wordings.say(document, values);
        return documents.fairCopy(
                new Draft(document.kind(), to.number(), to.addressee(), issuer, at.toLocalDate(), said));
    }

    String legalName(Addressed to, String department) {
        return catalogs.department(to.edition(), department)
                .map(Department::legalName)
                .orElse(department);
    }
}
