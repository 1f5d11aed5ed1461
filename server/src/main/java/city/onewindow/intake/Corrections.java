package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 当场更正: an error that can be corrected at the counter is corrected there, with the applicant, who signs the record (行政许可法
 * 第三十二条第一款第三项). What the window typed before anything was handed in corrects nothing; what a one-time notice named is
 * supplemented (第四项).
 */
@Service
public class Corrections {

    private final CorrectionTable table;
    private final Applications applications;
    private final SubmissionKeys keys;
    private final Dossiers dossiers;
    private final Drafting drafting;
    private final IntakeDocuments drafts;
    private final Documents documents;
    private final Catalogs catalogs;
    private final Clock clock;

    Corrections(
            CorrectionTable table,
            Applications applications,
            SubmissionKeys keys,
            Dossiers dossiers,
            Drafting drafting,
            IntakeDocuments drafts,
            Documents documents,
            Catalogs catalogs,
            Clock clock) {
        this.table = table;
        this.applications = applications;
        this.keys = keys;
        this.dossiers = dossiers;
        this.drafting = drafting;
        this.drafts = drafts;
        this.documents = documents;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /**
     * Keeps what was typed at the window and, of what that changed, what had been handed in.
     *
     * @param cleared codes whose value is taken away
     * @return the application as it is then
     * @throws Problem.InvalidInput if a value is wrong; none of them is kept then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Dossier fill(Dossier dossier, FormValues patch, Set<String> cleared, Actor actor) {
        drafting.fill(dossier, patch, cleared);
        Application before = dossier.application();
        Dossier after = dossiers.ofWindow(before.number(), actor);
        if (before.isHandedIn()) {
            List<String> named = table.named(before.number());
            before.changed(after.application().form()).stream()
                    .filter(field -> !isNamed(field, named))
                    .forEach(field -> table.add(
                            before.number(),
                            field,
                            before.form().only(field),
                            actor,
                            LocalDateTime.now(clock),
                            clock.getZone()));
        }
        return after;
    }

    /** Of a table a notice may name single cells. */
    private static boolean isNamed(String field, List<String> named) {
        String pointer = "/form/" + field;
        return named.stream().anyMatch(one -> one.equals(pointer) || one.startsWith(pointer + "/"));
    }

    /**
     * What is corrected and not recorded yet; what was changed and changed back isn't.
     *
     * @throws Problem.NotFound for an application of another window, as for one that doesn't exist
     */
    @Transactional(readOnly = true)
    public List<Correction> open(String number, Actor actor) {
        return open(dossiers.ofWindow(number, actor));
    }

    private List<Correction> open(Dossier dossier) {
        Map<String, FormValues> handedIn = table.open(dossier.application().number());
        if (handedIn.isEmpty()) {
            return List.of();
        }
        // What was corrected before a notice named it is supplemented now.
        List<String> named = table.named(dossier.application().number());
        handedIn.keySet().removeIf(field -> isNamed(field, named));
        Catalog catalog = catalogs.at(dossier.application().edition());
        Set<String> changed =
                dossier.application().changed(laidOver(dossier.application().form(), handedIn));
        List<Correction> open = new ArrayList<>();
        for (MergedField field : dossier.merge().fields()) {
            DataElement element = field.element();
            FormValues was = handedIn.get(element.code());
            if (was != null && changed.contains(element.code())) {
                open.add(new Correction(
                        element.code(),
                        element.name(),
                        inWords(was, element, catalog),
                        inWords(dossier.application().form(), element, catalog)));
            }
        }
        return open;
    }

    private static FormValues laidOver(FormValues form, Map<String, FormValues> handedIn) {
        FormValues whole = form.without(handedIn.keySet());
        for (FormValues was : handedIn.values()) {
            whole = whole.with(was.texts(), was.tables());
        }
        return whole;
    }

    private static String inWords(FormValues form, DataElement element, Catalog catalog) {
        List<String> words = FilledIn.of(form, element, catalog);
        return !words.isEmpty() && element.type() == FieldType.FILE_REF ? "上传的文件" : String.join("；", words);
    }

    /**
     * Gives the record (当场更正记录) for the applicant to sign. The same key again answers the one that it gave.
     *
     * @return its verify code
     * @throws Problem.Conflict if nothing is corrected, or somebody else has just recorded it
     */
    @Transactional
    public String record(String number, Actor actor, @Nullable IdempotencyKey key) {
        Optional<String> given = keys.given(actor.account(), key, number, IntakeAct.CORRECT);
        if (given.isPresent()) {
            return given.get();
        }
        Dossier dossier = dossiers.allowing(IntakeAct.CORRECT, number, actor);
        List<Correction> open = open(dossier);
        if (open.isEmpty()) {
            throw new Problem.Conflict("申请 " + number + " 没有要记录的当场更正：申请人交来的内容没有改动，或者已经出具过记录。");
        }
        LocalDateTime now = LocalDateTime.now(clock);
        FairCopy record = documents.fairCopy(drafts.correctionRecord(dossier, open, actor.name(), now));
        String detail = String.join(" ", open.stream().map(Correction::field).toList());
        applications.move(
                Transition.of(dossier.application(), IntakeAct.CORRECT, List.of(record), detail, actor, now, key));
        table.record(number, open.stream().map(Correction::field).toList(), record.verifyCode());
        return record.verifyCode();
    }
}
