package city.onewindow.intake;

import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 网上预审, the window's side: look at what an applicant filled in online, pass it or send it back once with everything that is missing
 * or wrong, and take it over when the applicant comes. Of two clerks at once one wins.
 */
@Service
public class PreReviewDesk {

    private final Applications applications;
    private final Dossiers dossiers;
    private final PreReviews preReviews;
    private final MaterialChecks checks;
    private final SubmissionKeys keys;
    private final Clock clock;

    PreReviewDesk(
            Applications applications,
            Dossiers dossiers,
            PreReviews preReviews,
            MaterialChecks checks,
            SubmissionKeys keys,
            Clock clock) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.preReviews = preReviews;
        this.checks = checks;
        this.keys = keys;
        this.clock = clock;
    }

    /** What waits at the actor's window, the oldest first. */
    @Transactional(readOnly = true)
    public List<WaitingPreReview> waiting(Actor actor) {
        actor.must(Role.CLERK);
        return actor.window() == null ? List.of() : preReviews.waiting(actor.window());
    }

    /** How many wait at the actor's window. */
    public long count(Actor actor) {
        return actor.has(Role.CLERK) && actor.window() != null ? preReviews.count(actor.window()) : 0;
    }

    /** @throws Problem.NotFound for an application of another window, as for one that doesn't exist */
    @Transactional(readOnly = true)
    public PreReview preReview(String number, Actor actor) {
        dossiers.ofWindow(number, actor);
        return preReviews.of(number);
    }

    /**
     * Finds it in order. The same key again changes nothing, here and below.
     *
     * @param met which review points were found met, by key of the material
     * @throws Problem.Conflict if somebody else has looked at it before
     */
    @Transactional
    public void pass(String number, Map<String, List<Integer>> met, Actor actor, @Nullable IdempotencyKey key) {
        if (keys.done(actor.account(), key, number, IntakeAct.PASS)) {
            return;
        }
        Dossier dossier = dossiers.allowing(IntakeAct.PASS, number, actor);
        move(dossier, IntakeAct.PASS, found(dossier, met), "", actor, key);
        preReviews.remarked(number, List.of());
    }

    /**
     * Sends it back with everything that is missing or wrong; the applicant reads each remark at its place.
     *
     * @param remarks by pointer
     * @param met which review points were found met, by key of the material
     * @throws Problem.InvalidInput if nothing is said, too much, or of a place that isn't there
     * @throws Problem.Conflict if somebody else has looked at it before
     */
    @Transactional
    public void giveBack(
            String number,
            Map<String, String> remarks,
            Map<String, List<Integer>> met,
            Actor actor,
            @Nullable IdempotencyKey key) {
        if (keys.done(actor.account(), key, number, IntakeAct.RETURN)) {
            return;
        }
        Dossier dossier = dossiers.allowing(IntakeAct.RETURN, number, actor);
        List<PreReview.Remark> said = PreReview.Remark.of(remarks);
        Problem.InvalidInput.refuse(faults(dossier, said));
        move(dossier, IntakeAct.RETURN, found(dossier, met), said.size() + " remarks", actor, key);
        preReviews.remarked(number, said);
    }

    /**
     * The applicant is at the window, wherever the look stands, for nobody has to wait for it: it goes on there as any application.
     * What was asked for on paper is to be looked at on paper; what was typed and what is electronic is not handed in again.
     *
     * @throws Problem.Conflict if it has gone on already
     */
    @Transactional
    public void arrive(String number, Actor actor, @Nullable IdempotencyKey key) {
        if (keys.done(actor.account(), key, number, IntakeAct.ARRIVE)) {
            return;
        }
        Dossier dossier = dossiers.allowing(IntakeAct.ARRIVE, number, actor);
        move(dossier, IntakeAct.ARRIVE, brought(dossier), "", actor, key);
        preReviews.remarked(number, List.of());
    }

    private void move(
            Dossier dossier,
            IntakeAct act,
            List<CheckedMaterial> found,
            String detail,
            Actor actor,
            @Nullable IdempotencyKey key) {
        Application application = dossier.application();
        applications.move(Transition.of(application, act, List.of(), detail, actor, LocalDateTime.now(clock), key));
        checks.replace(application.number(), found);
    }

    /** After a one-time notice nothing else is demanded any more: what isn't shown or signed now is when results are handed over. */
    private static List<CheckedMaterial> brought(Dossier dossier) {
        return dossier.application().isNoticed()
                ? RemoteApplications.sent(dossier)
                : dossier.application().materials().values().stream()
                        .flatMap(kept -> brought(
                                kept, dossier.merge().material(kept.key()).orElse(null))
                                .stream())
                        .toList();
    }

    /** What was to be shown or signed later is now; what was found of a picture is looked at anew on paper. */
    private static Optional<CheckedMaterial> brought(CheckedMaterial kept, @Nullable MergedMaterial material) {
        if (kept.way() == Way.TO_SHOW && kept.files().isEmpty()) {
            return Optional.empty();
        }
        boolean sent = kept.way() == Way.FILE || kept.way() == Way.TO_SHOW;
        return Optional.of(
                sent && material != null && MaterialRules.isOnPaper(material)
                        ? new CheckedMaterial(kept.key(), Way.SEEN, List.of(), "", kept.files())
                        : kept);
    }

    /** What was handed in, with what was found of it now. */
    private static List<CheckedMaterial> found(Dossier dossier, Map<String, List<Integer>> met) {
        return dossier.application().materials().values().stream()
                .map(kept -> new CheckedMaterial(
                        kept.key(), kept.way(), points(dossier, kept.key(), met), kept.remark(), kept.files()))
                .toList();
    }

    private static List<Integer> points(Dossier dossier, String key, Map<String, List<Integer>> met) {
        int points = dossier.merge()
                .material(key)
                .map(material -> material.reviewPoints().size())
                .orElse(0);
        return met.getOrDefault(key, List.of()).stream()
                .filter(point -> point >= 0 && point < points)
                .toList();
    }

    private static List<Fault> faults(Dossier dossier, List<PreReview.Remark> said) {
        List<Fault> faults = new ArrayList<>();
        if (said.isEmpty()) {
            faults.add(new Fault("/remarks", "请在要改的栏目、要补的材料旁写明问题和怎么改，一次写全，再退回。"));
        }
        List<String> places = Stream.of(
                        dossier.merge().fields().stream()
                                .filter(MergedField::isAsked)
                                .map(field -> "/form/" + field.element().code()),
                        dossier.merge().materials().stream().map(material -> "/materials/" + material.key()),
                        Stream.of(PreReview.Remark.WHOLE))
                .flatMap(place -> place)
                .toList();
        for (PreReview.Remark remark : said) {
            if (!places.contains(remark.pointer())) {
                faults.add(new Fault(remark.pointer(), "这件申请没有这一栏或这份材料。请刷新页面。"));
            } else if (remark.text().length() > PreReview.Remark.LONGEST) {
                faults.add(new Fault(remark.pointer(), "一处意见最多 " + PreReview.Remark.LONGEST + " 个字，请写短些。"));
            }
        }
        return faults;
    }
}
