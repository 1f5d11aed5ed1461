package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Schedule;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The decisions that a window takes about an application (行政许可法 第三十二条): accept, tell once what is missing, refuse. One
 * transaction each; each gives its official document.
 */
@Service
public class Reception {

    /** How long an applicant has to supplement; no law sets it, the centre does. */
    private static final int SUPPLEMENT_WORKING_DAYS = 10;

    private final Applications applications;
    private final ApplicationLists lists;
    private final SubmissionKeys keys;
    private final Receipts receipts;
    private final Dossiers dossiers;
    private final Calendar calendar;
    private final Documents documents;
    private final IntakeDocuments drafts;
    private final DeclarationPapers declarations;
    private final RevokedDeclarations revoked;
    private final KeptOut keptOut;
    private final RefusalRulings rulings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Centre centre;
    private final Clock clock;

    Reception(
            Applications applications,
            ApplicationLists lists,
            SubmissionKeys keys,
            Receipts receipts,
            Dossiers dossiers,
            Calendar calendar,
            Documents documents,
            IntakeDocuments drafts,
            DeclarationPapers declarations,
            RevokedDeclarations revoked,
            KeptOut keptOut,
            RefusalRulings rulings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Centre centre,
            Clock clock) {
        this.applications = applications;
        this.lists = lists;
        this.keys = keys;
        this.receipts = receipts;
        this.dossiers = dossiers;
        this.calendar = calendar;
        this.documents = documents;
        this.drafts = drafts;
        this.declarations = declarations;
        this.revoked = revoked;
        this.keptOut = keptOut;
        this.rulings = rulings;
        this.transaction = transaction;
        this.events = events;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * What each decision would bring if it were taken now. It decides nothing and writes nothing.
     *
     * @throws Problem.NotFound for an application of another window, as for one that doesn't exist
     */
    @Transactional(readOnly = true)
    public Outlook outlook(String number, Actor actor) {
        Dossier dossier = dossiers.ofWindow(number, actor);
        LocalDateTime now = LocalDateTime.now(clock);
        Deadlines deadlines = calendar.deadlines();
        Schedule schedule = Schedule.of(dossier.merge().errand(), deadlines, now);
        List<MergedMaterial> deferred = dossier.deferred();
        List<Gap> gaps = dossier.gaps();
        return new Outlook(
                !rulings.haveReopened(number),
                gaps,
                keptOut.of(dossier, gaps),
                dossier.late(),
                deferred,
                Declaration.chosenIn(dossier.merge().errand()).stream()
                        .map(Item::name)
                        .toList(),
                schedule.promised().due(),
                deferred.isEmpty() ? null : Deferral.until(deadlines, now.toLocalDate(), schedule),
                deadlines.workingDays().plus(now.toLocalDate(), SUPPLEMENT_WORKING_DAYS));
    }

    /**
     * Says in writing what was received, for an applicant who leaves before anything is decided, or whose materials came by mail: from the
     * day on which they came in the window has five working days to decide. A later receipt can only name an earlier day, and silence may
     * have accepted since then. The same key again answers the receipt that it gave.
     *
     * @param cameIn on which day the materials came in; null: now
     * @param accepted whether the clerk knows that the law has accepted it, where five working days have passed since: nothing undoes that
     * @return the verify code of the receipt
     * @throws Problem.InvalidInput at /cameIn for a day that it can't have been, at /accepted if that isn't known
     */
    @Transactional
    public String receive(
            String number, @Nullable LocalDate cameIn, boolean accepted, Actor actor, @Nullable IdempotencyKey key) {
        Optional<String> given = keys.given(actor.account(), key, number, IntakeAct.RECEIVE);
        if (given.isPresent()) {
            return given.get();
        }
        Dossier dossier = dossiers.allowing(IntakeAct.RECEIVE, number, actor);
        LocalDateTime now = LocalDateTime.now(clock);
        CameIn materials = CameIn.of(cameIn, receipts.begunAnew(number).orElse(null), now);
        Application application = dossier.application();
        LocalDateTime since = application.receivedSince(materials);
        LocalDate until = Application.lastDay(calendar.workingDays(), since.toLocalDate());
        materials.mustBeKnownToBeLate(until, accepted, now.toLocalDate());
        FairCopy receipt = documents.fairCopy(drafts.receipt(dossier, materials.at(), until, actor.name(), now));
        applications.move(
                Transition.of(application, IntakeAct.RECEIVE, List.of(receipt), materials.detail(), actor, now, key)
                        .receiving(materials));
        return receipt.verifyCode();
    }

    /**
     * The declarations that the applicant chose (告知承诺), as a PDF to be read and signed before the acceptance.
     *
     * @throws Problem.NotFound if none was chosen
     */
    @Transactional(readOnly = true)
    public byte[] declarationToSign(String number, Actor actor) {
        Dossier dossier = dossiers.ofWindow(number, actor);
        if (Declaration.chosenIn(dossier.merge().errand()).isEmpty()) {
            throw new Problem.NotFound("申请 " + number + " 没有选择告知承诺，不用签署告知承诺书。");
        }
        return declarations.toSign(dossier, LocalDate.now(clock));
    }

    /** Accepts an application in which nothing is declared, see {@link #accept(String, String, String, Actor)}. */
    public Accepted accept(String number, @Nullable String promisedBy, Actor actor) {
        return accept(number, promisedBy, null, actor);
    }

    /**
     * Accepts the application: from here on it is a case. Accepting again gives the same case.
     *
     * @param promisedBy who signed the promise to hand in what is deferred; null if nothing is
     * @param declaredBy who signed the declarations (告知承诺书); null if none was chosen
     * @throws Problem.InvalidInput with everything that is still missing
     */
    public Accepted accept(String number, @Nullable String promisedBy, @Nullable String declaredBy, Actor actor) {
        try {
            return transaction.execute(status -> acceptedOnce(number, promisedBy, declaredBy, actor));
        } catch (Problem.Conflict conflict) {
            // Another acceptance may have run beside this one and come first: then its case is the answer.
            Dossier now = dossiers.ofWindow(number, actor);
            if (now.application().status() != ApplicationStatus.ACCEPTED) {
                throw conflict;
            }
            return Accepted.before(now.application(), documents.bySubject(number));
        }
    }

    private Accepted acceptedOnce(
            String number, @Nullable String promisedBy, @Nullable String declaredBy, Actor actor) {
        Dossier dossier = dossiers.ofWindow(number, actor);
        Application application = dossier.application();
        if (application.status() == ApplicationStatus.ACCEPTED) {
            return Accepted.before(application, documents.bySubject(number));
        }
        dossiers.mustAllow(dossier, IntakeAct.ACCEPT);
        List<Fault> faults = dossier.gaps().stream().map(Gap::toFault).collect(Collectors.toList());
        List<MergedMaterial> deferred = dossier.deferred();
        if (!deferred.isEmpty() && (promisedBy == null || promisedBy.isBlank())) {
            faults.add(new Fault("/promisedBy", "有 " + deferred.size() + " 份材料容缺后补，请由申请人或经授权的经办人签署承诺书，并在此填写签署人姓名。"));
        }
        faults.addAll(revoked.faults(dossier, declaredBy));
        Problem.InvalidInput.refuse(faults);
        LocalDateTime now = LocalDateTime.now(clock);
        Deadlines deadlines = calendar.deadlines();
        Errand errand = dossier.merge().errand();
        Schedule schedule = Schedule.of(errand, deadlines, now);
        LocalDate until = deferred.isEmpty() ? null : Deferral.until(deadlines, now.toLocalDate(), schedule);
        List<FairCopy> papers = new ArrayList<>();
        papers.add(documents.fairCopy(drafts.acceptance(dossier, schedule, actor, now)));
        if (until != null && promisedBy != null) {
            papers.add(documents.fairCopy(drafts.deferral(dossier, deferred, until, actor, now)));
            papers.add(documents.fairCopy(drafts.promise(dossier, deferred, until, promisedBy, now)));
        }
        Map<String, FairCopy> declared =
                declaredBy == null ? Map.of() : declarations.signed(dossier, declaredBy.strip(), now.toLocalDate());
        papers.addAll(declared.values());
        Transition accepted = Transition.of(application, IntakeAct.ACCEPT, papers, errand.title(), actor, now, null);
        applications.move(accepted.deferring(until));
        events.publishEvent(ApplicationAccepted.of(centre.region(), application, errand, schedule, actor.account())
                .declaring(declared));
        return new Accepted(
                number,
                application.queryCode(),
                until,
                papers.stream().map(FairCopy::verifyCode).toList());
    }

    /**
     * Tells the applicant everything that is missing, once (行政许可法 第三十二条第一款第四项). A second notice names only what
     * the first one named, and what the applicant's own changes opened since. The same key again answers the notice that it
     * gave.
     *
     * @return the verify code of the notice
     * @throws Problem.Conflict if there is nothing to demand
     * @throws Problem.InvalidInput for each material that an earlier stage issued; it is taken instead
     */
    @Transactional
    public String notifyOnce(String number, Actor actor, @Nullable IdempotencyKey key) {
        Optional<String> given = keys.given(actor.account(), key, number, IntakeAct.NOTIFY);
        if (given.isPresent()) {
            return given.get();
        }
        Dossier dossier = dossiers.allowing(IntakeAct.NOTIFY, number, actor);
        Application application = dossier.application();
        List<Gap> gaps = dossier.demands();
        if (gaps.isEmpty()) {
            int own = dossier.gaps().size();
            throw new Problem.Conflict("没有需要申请人补正的内容，"
                    + (own == 0 ? "请直接受理。" : "还有 " + own + " 份材料由窗口共享获取，请获取后受理。")
                    + (dossier.late().isEmpty() ? "" : "告知书发出后才发现的问题，依法不得再要求补正（行政许可法第三十二条），由办理部门在审查中核实。"));
        }
        events.publishEvent(MaterialsDemanded.by(gaps, dossier));
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate until = calendar.workingDays().plus(now.toLocalDate(), SUPPLEMENT_WORKING_DAYS);
        FairCopy notice = documents.fairCopy(drafts.notice(dossier, gaps, until, actor, now));
        applications.move(
                Transition.of(application, IntakeAct.NOTIFY, List.of(notice), gaps.size() + " gaps", actor, now, key)
                        .demanding(gaps, until));
        return notice.verifyCode();
    }

    /**
     * Refuses the application, in writing, with reason and ground (行政许可法 第三十二条、第三十八条). The same key
     * again answers the refusal that it gave.
     *
     * @return the verify code of the refusal
     * @throws Problem.InvalidInput if reason or ground is missing, or the organ to which the applicant has to turn instead
     */
    @Transactional
    public String refuse(String number, Refusal refusal, Actor actor, @Nullable IdempotencyKey key) {
        Optional<String> given = keys.given(actor.account(), key, number, IntakeAct.REFUSE);
        if (given.isPresent()) {
            return given.get();
        }
        Dossier dossier = dossiers.allowing(IntakeAct.REFUSE, number, actor);
        rulings.mustNotHaveReopened(number);
        Problem.InvalidInput.refuse(refusal.faults());
        LocalDateTime now = LocalDateTime.now(clock);
        FairCopy told = documents.fairCopy(drafts.refusal(dossier, refusal, actor, now));
        applications.move(Transition.of(
                dossier.application(), IntakeAct.REFUSE, List.of(told), refusal.ground(), actor, now, key));
        return told.verifyCode();
    }

    /** An application that is no case yet, or will never be one, for whoever has its number and query code, as typed. */
    @Transactional(readOnly = true)
    public Optional<ApplicationSummary> track(String number, String queryCode) {
        return lists.tracked(CaseNumber.typed(number), Codes.typed(queryCode));
    }
}
