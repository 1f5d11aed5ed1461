package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.IssuedDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The intake's door for what an organ of review (行政复议) or a court (行政诉讼) ruled on a refusal (不予受理): written down by the centre's
 * manager, as for what else a window ended. Once the refusal is set aside, or the acceptance ordered, the application is open again at its
 * window, where it was refused, to be accepted or told what is missing; the five working days (行政许可法 第三十二条) run from the day on
 * which the ruling reached the centre.
 */
@Service
public class RefusalRulings {

    private final Applications applications;
    private final RefusalRulingTable table;
    private final SubmissionKeys keys;
    private final Dossiers dossiers;
    private final Documents documents;
    private final IntakeDocuments drafts;
    private final Calendar calendar;
    private final Clock clock;

    RefusalRulings(
            Applications applications,
            RefusalRulingTable table,
            SubmissionKeys keys,
            Dossiers dossiers,
            Documents documents,
            IntakeDocuments drafts,
            Calendar calendar,
            Clock clock) {
        this.applications = applications;
        this.table = table;
        this.keys = keys;
        this.dossiers = dossiers;
        this.documents = documents;
        this.drafts = drafts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * An application that was refused, or was once, as the centre sees it: what of, and nothing of what it says.
     *
     * @param window code of its window
     * @param applicant masked
     * @param documents the refusals, and what the applicant was told of rulings
     * @param rulings oldest first
     * @param mayRule whether it is refused now
     */
    public record Refused(
            String number,
            String title,
            ApplicationStatus status,
            String window,
            String applicant,
            List<IssuedDocument> documents,
            List<RefusalRuling> rulings,
            boolean mayRule) {

        public Refused {
            documents = List.copyOf(documents);
            rulings = List.copyOf(rulings);
        }
    }

    /** @throws Problem.NotFound if there is none, or it was never refused */
    @Transactional(readOnly = true)
    public Refused refused(String number, Actor actor) {
        check(actor);
        Application application = mustFind(number);
        List<IssuedDocument> papers = documents.bySubject(number).stream()
                .filter(paper -> paper.kind() == DocumentKind.REFUSAL || paper.kind() == DocumentKind.RULING_NOTICE)
                .toList();
        if (!isRefused(application) && of(number).isEmpty()) {
            throw unknown(number);
        }
        return new Refused(
                number,
                dossiers.of(application).merge().errand().title(),
                application.status(),
                application.window(),
                application.applicant().masked(),
                papers,
                of(number),
                isRefused(application));
    }

    /** Whether there is such an application for the centre to see: one that is refused, or was once and a ruling is written down. */
    @Transactional(readOnly = true)
    public boolean isKnown(String number, Actor actor) {
        return actor.has(Role.MANAGER)
                && applications
                        .find(number)
                        .filter(found -> isRefused(found)
                                || found.status() != ApplicationStatus.ACCEPTED
                                        && !of(number).isEmpty())
                        .isPresent();
    }

    /** What was ruled on the refusals of an application, oldest first. */
    @Transactional(readOnly = true)
    public List<RefusalRuling> of(String number) {
        return table.of(number);
    }

    /** Whether a ruling opened it again. */
    @Transactional(readOnly = true)
    public boolean haveReopened(String number) {
        return table.reopening(number).isPresent();
    }

    /**
     * What a ruling opened again isn't refused again. Ours: whether there is another reason the department says, once it has accepted
     * (行政复议法 第六十四条第二款; 行政诉讼法 第七十一条).
     *
     * @throws Problem.Conflict if a ruling opened it again
     */
    @Transactional(readOnly = true)
    public void mustNotHaveReopened(String number) {
        table.reopening(number).ifPresent(one -> {
            throw new Problem.Conflict("申请 " + number + " 的不予受理已经由" + one.organName() + one.document()
                    + one.kind().term() + "，不能再不予受理：请受理，或者一次性告知需要补正的内容。确实不符合条件的，受理后由部门作出不予决定。");
        });
    }

    /** Whether the window owes an answer to what a ruling opened again. */
    @Transactional(readOnly = true)
    public boolean isOwed(Application application) {
        return application.isAwaited() && haveReopened(application.number());
    }

    /**
     * Writes a ruling down and does what it demands. The same key again changes nothing.
     *
     * @throws Problem.Conflict if the application isn't refused, or this ruling is written down already
     */
    @Transactional
    public void record(String number, AskedRefusalRuling asked, Actor actor, @Nullable IdempotencyKey key) {
        check(actor);
        LocalDateTime now = LocalDateTime.now(clock);
        asked.check(now.toLocalDate());
        RefusalRuling.Kind kind = asked.mustKind();
        if (keys.done(actor.account(), key, number, kind.act())) {
            return;
        }
        Application application = mustFind(number);
        RulingPaper paper = asked.paper();
        refuseTwice(number, paper);
        dossiers.mustAllow(dossiers.of(application), kind.act());
        IssuedDocument refusal = documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.REFUSAL)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        LocalDate refused = refusal.issuedAt().toLocalDate();
        if (paper.dated() != null && paper.dated().isBefore(refused)) {
            throw new Problem.InvalidInput("/dated", "裁决文书的日期早于不予受理的日期" + DayWords.of(refused) + "，请核对。");
        }
        LocalDate reached = paper.mustReachedOn();
        LocalDateTime received = reached.equals(now.toLocalDate()) ? now : reached.atStartOfDay();
        table.record(
                application,
                asked,
                kind.reopens() ? table.refusedFrom(number) : ApplicationStatus.REFUSED,
                refusal.number(),
                received,
                kind.reopens() ? told(application, asked, refusal, received, now) : null,
                actor,
                now,
                key);
    }

    private FairCopy told(
            Application application,
            AskedRefusalRuling asked,
            IssuedDocument refusal,
            LocalDateTime received,
            LocalDateTime now) {
        LocalDate silent = Application.lastDay(calendar.workingDays(), received.toLocalDate());
        LocalDate ordered = asked.until();
        LocalDate until =
                ordered != null && ordered.isBefore(silent) && !ordered.isBefore(now.toLocalDate()) ? ordered : silent;
        return documents.fairCopy(drafts.ruling(
                dossiers.of(application),
                asked.paper(),
                refusal.number(),
                consequence(asked.mustKind(), received, until, now),
                now));
    }

    /** What was ordered isn't told of as if it could be put off again; what reached the window long ago is accepted already. */
    private static String consequence(
            RefusalRuling.Kind kind, LocalDateTime received, LocalDate until, LocalDateTime now) {
        if (until.isBefore(now.toLocalDate())) {
            return "恢复办理；窗口在五个工作日内没有答复，自" + DayWords.of(received) + "起即为受理";
        }
        return "恢复办理，" + DayWords.of(until) + "前受理" + (kind == RefusalRuling.Kind.ORDERED ? "" : "，或者一次性告知需要补正的全部内容");
    }

    private void refuseTwice(String number, RulingPaper paper) {
        boolean known = of(number).stream()
                .anyMatch(one ->
                        one.organName().equals(paper.name()) && one.document().equals(paper.number()));
        if (known) {
            throw new Problem.Conflict("申请 " + number + " 的" + paper.name() + paper.number() + "已经登记过了。请刷新页面查看。");
        }
    }

    private static boolean isRefused(Application application) {
        return application.status() == ApplicationStatus.REFUSED;
    }

    private static void check(Actor actor) {
        if (!actor.has(Role.MANAGER)) {
            throw new Problem.NotAllowed("对不予受理的裁决由中心管理人员登记。");
        }
    }

    private Application mustFind(String number) {
        return applications.find(number).orElseThrow(() -> unknown(number));
    }

    private static Problem.NotFound unknown(String number) {
        return new Problem.NotFound("没有编号为 " + number + " 的不予受理的申请。请核对编号。");
    }
}
