package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds a dossier for whoever may see it, and for what may be done to it now. */
@Component
class Dossiers {

    private final Applications applications;
    private final Catalogs catalogs;
    private final Centre centre;
    private final PreReviews preReviews;
    private final Calendar calendar;
    private final Clock clock;
    /** Most applicants choose alike, and a merge is a function of the edition, the choice and what decides (decision 2). */
    private final LoadingCache<Choice, Asked> asked;

    private record Choice(ErrandChoice errand, int edition, Map<String, String> deciding) {}

    Dossiers(
            Applications applications,
            PreReviews preReviews,
            Catalogs catalogs,
            Centre centre,
            Calendar calendar,
            Clock clock) {
        this.applications = applications;
        this.preReviews = preReviews;
        this.centre = centre;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
        this.asked = Caffeine.newBuilder()
                .maximumSize(200)
                .build(choice -> Asked.of(choice.errand(), catalogs.at(choice.edition()), choice.deciding()));
    }

    /** @throws Problem.NotFound for an application of another window, or not handed in yet, as for one that doesn't exist */
    Dossier ofWindow(String number, Actor actor) {
        Application application = applications
                .find(number)
                .filter(found -> actor.has(Role.CLERK) && found.window().equals(actor.window()))
                .filter(found -> found.status() != ApplicationStatus.PREPARING && !isKeptToHimself(found))
                .orElseThrow(() -> new Problem.NotFound("您的窗口没有编号为 " + number + " 的申请。请核对编号。"));
        return of(application);
    }

    /** Whether its applicant withdrew it without ever having handed it in. */
    private boolean isKeptToHimself(Application application) {
        return application.status() == ApplicationStatus.WITHDRAWN
                && application.createdBy().equals(OnlineGate.APPLICANT.account())
                && preReviews.of(application.number()).submittedAt() == null;
    }

    /** @throws Problem.NotFound if it has been deleted meanwhile, or belongs to another centre */
    Dossier opened(OpenedApplication opened) {
        return of(Optional.of(opened)
                .filter(key -> key.isOf(centre.region()))
                .flatMap(key -> applications.find(key.number()))
                .orElseThrow(() -> new Problem.NotFound("这件申请已经不在了，可能已超过保存期限。请从办事指南重新开始。")));
    }

    Dossier ofCase(String number) {
        return of(applications.find(number).orElseThrow(() -> noCase(number)));
    }

    /** Of an application as it is, or as it would be. */
    Dossier of(Application application) {
        ErrandChoice choice = application.choice();
        Map<String, String> deciding = choice.deciding(catalogs.at(application.edition()), application.form());
        return Dossier.of(
                application, asked.get(new Choice(choice, application.edition(), deciding)), LocalDate.now(clock));
    }

    Applicant applicantOfCase(String number) {
        return applications.applicant(number).orElseThrow(() -> noCase(number));
    }

    Dossier allowing(IntakeAct act, String number, Actor actor) {
        Dossier dossier = ofWindow(number, actor);
        mustAllow(dossier, act);
        return dossier;
    }

    /**
     * @throws Problem.Conflict if the application no longer stands where this may be done, or if the law has accepted it (视为受理), though
     *     {@link Silence} hasn't come to it yet: nothing undoes that, and the version that was read guards it
     */
    void mustAllow(Dossier dossier, IntakeAct act) {
        ApplicationStatus status = dossier.application().status();
        if (!status.allows(act)) {
            throw new Problem.Conflict("申请 " + dossier.application().number() + " 现在是「" + status.words() + "」，不能再办「"
                    + act.words() + "」。请刷新页面查看最新情况。");
        }
        Application application = dossier.application();
        LocalDateTime received = application.receivedAt();
        LocalDate today = LocalDate.now(clock);
        if (received != null
                && application.decideUntil(calendar.workingDays(), today).isBefore(today)) {
            throw new Problem.Conflict("申请 " + application.number() + " 收到以后五个工作日没有答复，自 " + DayWords.of(received)
                    + "起即为受理（行政许可法第三十二条第一款第四项），不能再办「" + act.words()
                    + "」。受理通知书一两分钟内由系统出具，请稍后刷新页面；十分钟以后还没有的，请告诉中心管理人员，他在“办件总览”里看得到。");
        }
    }

    private static Problem.NotFound noCase(String number) {
        return new Problem.NotFound("没有编号为 " + number + " 的办件。");
    }
}
