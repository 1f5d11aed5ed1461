package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.CreditCode;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.LettersOfAuthority;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The window's work on an application before it is decided upon ({@link Reception}), one transaction each. Every use case
 * that names a number throws {@link Problem.NotFound} for an application of another window, as for one that doesn't exist.
 */
@Service
public class Intake {

    /** Of one applicant at one window; nobody comes so often. */
    public static final int MOST_OF_ONE = 50;

    private final ApplicationLists lists;
    private final Drafting drafting;
    private final SubmissionKeys keys;
    private final MaterialChecks checks;
    private final Dossiers dossiers;
    private final LettersOfAuthority letters;
    private final Corrections corrections;
    private final Audit audit;
    private final Clock clock;

    Intake(
            ApplicationLists lists,
            Drafting drafting,
            SubmissionKeys keys,
            MaterialChecks checks,
            Dossiers dossiers,
            LettersOfAuthority letters,
            Corrections corrections,
            Audit audit,
            Clock clock) {
        this.lists = lists;
        this.drafting = drafting;
        this.keys = keys;
        this.checks = checks;
        this.dossiers = dossiers;
        this.letters = letters;
        this.corrections = corrections;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins an application at the actor's window, its form filled with what is known of the applicant.
     *
     * @throws Problem.InvalidInput for a wrong choice or applicant
     * @throws Problem.NotAllowed if the window does not take this errand in
     * @throws Problem.Conflict if the account used the key for another submission
     */
    @Transactional
    public Dossier begin(NewApplication begun, Actor actor, IdempotencyKey key) {
        actor.must(Role.CLERK);
        var already = keys.begun(actor.account(), key, begun);
        if (already.isPresent()) {
            return dossier(already.get(), actor);
        }
        Optional<Dossier> fresh = drafting.begin(begun, IntakeAct.FILL, windowOf(actor), actor.account(), key);
        if (fresh.isEmpty()) {
            // The same key in flight twice: the other transaction has committed by now.
            return dossier(keys.begun(actor.account(), key, begun).orElseThrow(), actor);
        }
        Dossier dossier = fresh.get();
        audit.record(
                actor.account(),
                "application.begin",
                dossier.application().number(),
                dossier.merge().errand().title());
        return dossier;
    }

    @Transactional(readOnly = true)
    public Dossier dossier(String number, Actor actor) {
        return dossiers.ofWindow(number, actor);
    }

    /**
     * 授权委托书 for the applicant to sign, with an agent's name if he has one.
     *
     * @return a PDF
     */
    @Transactional(readOnly = true)
    public byte[] letterOfAuthority(String number, Actor actor) {
        Dossier dossier = dossier(number, actor);
        return letters.print(dossier.letterOfAuthority(), "/track");
    }

    /** The dossier of a case, or of what is to become one, for the rooms above that have already checked who asks. */
    @Transactional(readOnly = true)
    public Dossier dossierOfCase(String number) {
        return dossiers.ofCase(number);
    }

    /** Whose case it is, for the rooms above that have already checked who asks. */
    @Transactional(readOnly = true)
    public Applicant applicantOfCase(String number) {
        return dossiers.applicantOfCase(number);
    }

    /**
     * The window's applications, newest first; none that its applicant hasn't handed in.
     *
     * @param awaited only cases that still wait for a deferred material (容缺待补)
     */
    @Transactional(readOnly = true)
    public Slice<ApplicationSummary> ofWindow(
            Actor actor, @Nullable ApplicationStatus status, boolean awaited, @Nullable String after, int size) {
        actor.must(Role.CLERK);
        return Slice.of(
                lists.ofWindow(windowOf(actor), status, awaited, after, size + 1), size, ApplicationSummary::number);
    }

    /** The window's applications whose numbers end in that serial, of whatever day, newest first; none for what can be no serial. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> ofSerial(String typed, Actor actor) {
        actor.must(Role.CLERK);
        return CaseNumber.typedSerial(typed)
                .map(serial -> lists.ofSerial(windowOf(actor), serial, MOST_OF_ONE))
                .orElse(List.of());
    }

    /**
     * The window's applications of whoever comes back without a number of theirs, the newest {@link #MOST_OF_ONE}, by his identity document; who
     * asked is written into the audit log, for whom isn't.
     *
     * @throws Problem.InvalidInput if it can be no document's number
     */
    @Transactional
    public Slice<ApplicationSummary> ofApplicant(String idNumber, Actor actor) {
        actor.must(Role.CLERK);
        String number = Applicant.plainNumber(idNumber);
        if (IdType.refusalOfAny(number).isPresent()
                && CreditCode.refusal(number).isPresent()) {
            throw new Problem.InvalidInput("/idNumber", "这不是申请人的证件号码或统一社会信用代码，至少有一位填错了。请对照证件逐位核对。");
        }
        audit.record(actor.account(), "application.search", "", "");
        return Slice.of(
                lists.ofApplicant(windowOf(actor), number, MOST_OF_ONE + 1), MOST_OF_ONE, ApplicationSummary::number);
    }

    /** The window's open applications of the same applicant for the same errand: perhaps this one was handed in already. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> alike(Dossier dossier) {
        Application application = dossier.application();
        return lists.alike(
                application.window(),
                application.applicant(),
                dossier.merge().errand().title(),
                application.number());
    }

    /**
     * Changes what was picked, or whose application it is. What the new errand doesn't ask for is kept but doesn't count.
     *
     * @throws Problem.InvalidInput for a wrong choice or applicant
     * @throws Problem.NotAllowed if the window does not take this errand in
     */
    @Transactional
    public Dossier revise(String number, NewApplication revised, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Application before = dossier.application();
        Errand errand = drafting.checked(revised, before.edition(), before.window());
        drafting.keep(dossier, before.with(revised.choice().answered(errand), revised.applicant(), before.form()));
        audit.record(actor.account(), "application.revise", number, errand.title());
        return dossiers.ofWindow(number, actor);
    }

    /**
     * Answers questions, those that the form has brought up or others; all other answers stay.
     *
     * @param answers by code of the question
     * @throws Problem.InvalidInput if the application has no such question, or if it has no such answer
     */
    @Transactional
    public Dossier answer(String number, Map<String, String> answers, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        drafting.answer(dossier, answers);
        audit.record(actor.account(), "application.answer", number, String.join(" ", answers.keySet()));
        return dossiers.ofWindow(number, actor);
    }

    /**
     * Keeps what was typed, as it is typed. Where questions hang on it, what the errand asks for follows at once.
     *
     * @param cleared codes whose value is taken away
     * @throws Problem.InvalidInput if a value is wrong; none of them is kept then
     */
    @Transactional
    public Dossier fill(String number, FormValues patch, Set<String> cleared, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Dossier after = corrections.fill(dossier, patch, cleared, actor);
        audit.record(actor.account(), "application.fill", number, String.join(" ", patch.codes()));
        return after;
    }

    /**
     * Notes what the clerk found of one material. On a case, only what was deferred may still be handed in.
     *
     * @throws Problem.InvalidInput if the set has no such material or it can't be dealt with in this way
     */
    @Transactional
    public Dossier check(String number, CheckedMaterial found, Actor actor) {
        Dossier dossier = dossier(number, actor);
        CheckedMaterial checked =
                found.keepingResultOf(dossier.application().materials().get(found.key()));
        boolean isCase = dossier.application().status() == ApplicationStatus.ACCEPTED;
        dossiers.mustAllow(dossier, isCase ? IntakeAct.SUPPLY : IntakeAct.CHECK);
        MergedMaterial material = dossier.merge()
                .material(checked.key())
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/materials" + Fault.step(checked.key()), "这件申请不需要代码为「" + checked.key() + "」的材料。"));
        List<Fault> faults = new ArrayList<>(MaterialRules.faults(material, checked, dossier.waysOf(material)));
        if (isCase) {
            faults.addAll(SupplyRules.faults(dossier, material, checked));
        }
        Problem.InvalidInput.refuse(faults);
        drafting.mustOwn(number, "/materials/" + checked.key() + "/files", material.name(), checked.files());
        checks.save(dossier.application(), checked, LocalDateTime.now(clock));
        audit.record(
                actor.account(),
                isCase ? "application.supply" : "application.check",
                number,
                checked.key() + " " + checked.way());
        return dossiers.ofWindow(number, actor);
    }

    /**
     * Writes down what is wrong with values that are well formed, as the one-time notice will say it: an address that isn't the lease's.
     * It stands until the value changes. After the notice it is demanded only at what that named or the applicant has changed online since; all
     * else is left to the departments to verify.
     *
     * @param remarks by code of the field; an empty one takes back what was said
     * @throws Problem.InvalidInput if the form has no such field, nothing stands in it, or too much is said
     */
    @Transactional
    public Dossier remark(String number, Map<String, String> remarks, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.CHECK, number, actor);
        Problem.InvalidInput.refuse(RemarkRules.faults(dossier, remarks));
        drafting.remark(dossier.application(), remarks);
        audit.record(actor.account(), "application.remark", number, String.join(" ", new TreeSet<>(remarks.keySet())));
        return dossiers.ofWindow(number, actor);
    }

    private static String windowOf(Actor actor) {
        if (actor.window() == null) {
            throw new Problem.NotAllowed("您的账号还没有分配窗口，不能收件。请联系系统管理员。");
        }
        return actor.window();
    }
}
