package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The approval's door for like matters, acted upon together: one item in many cases, one opinion for all. Each matter is
 * its own act with its own history, document and audit entry, done or refused without the others.
 *
 * <p>Only what speaks for itself goes together: a proposal to grant, a grant that was proposed or that rests on a declaration, a result, a certificate
 * under its own number. A denial has reasons of its own and is written alone (行政许可法 第三十八条第二款).
 */
@Service
public class Together {

    /** More at once nobody has read. */
    public static final int MOST = 50;

    private final Approval approval;
    private final DeclarationActs declarations;
    private final StandIns standIns;
    private final Matters matters;
    private final Centre centre;

    Together(Approval approval, DeclarationActs declarations, StandIns standIns, Matters matters, Centre centre) {
        this.approval = approval;
        this.declarations = declarations;
        this.standIns = standIns;
        this.matters = matters;
        this.centre = centre;
    }

    /**
     * What became of one matter.
     *
     * @param refused why nothing was done to it; empty if it was
     */
    public record Done(String number, String refused) {}

    /** What may be done together at a step; null if nothing. */
    public static @Nullable Act act(Step step) {
        return switch (step) {
            case REVIEW -> Act.REVIEW;
            case EXAMINE -> Act.EXAMINE;
            case DECIDE -> Act.GRANT;
            case CERTIFY -> Act.CERTIFY;
            case WAITING, SUSPENDED, TRANSFER, DELIVER, SENT, ENDED -> null;
        };
    }

    /**
     * @param numbers of the cases, 1 to {@value #MOST}
     * @param act one that {@link #act(Step)} names
     * @param opinion of every one of them; must not be blank for a review or an examination
     * @param key of the whole; what was done under it is not done again
     * @throws Problem.InvalidInput before anything is done
     */
    public List<Done> act(
            String item, List<String> numbers, @Nullable Act act, String opinion, Actor actor, IdempotencyKey key) {
        if (act == Act.CERTIFY) {
            Map<String, String> usual = new LinkedHashMap<>();
            numbers.forEach(number -> usual.put(number, ""));
            return certify(item, usual, actor, key);
        }
        List<String> distinct = numbers.stream().distinct().toList();
        limit(distinct.size());
        if (act != Act.REVIEW && act != Act.EXAMINE && act != Act.GRANT) {
            throw new Problem.InvalidInput("/act", "只有提出建议准予的审查意见和审核意见、准予和制证可以批量办理；不予要写明各自的理由，请逐件办理。");
        }
        if (act == Act.REVIEW || act == Act.EXAMINE) {
            Said.review(Recommendation.GRANT, opinion);
        } else {
            Said.opinion(opinion);
        }
        standIns.acting(act, actor);
        return each(distinct, key, (number, own) -> {
            switch (act) {
                case REVIEW -> approval.review(number, item, Recommendation.GRANT, opinion, actor, own);
                case EXAMINE -> examine(number, item, opinion, actor, own);
                default -> grant(number, item, opinion, actor, own);
            }
        });
    }

    /**
     * @param certificateNumbers by the number of the case, 1 to {@value #MOST}; empty for the usual one
     * @param key of the whole; what was done under it is not done again
     * @throws Problem.InvalidInput before anything is done, with all that lack a number of their own
     */
    public List<Done> certify(String item, Map<String, String> certificateNumbers, Actor actor, IdempotencyKey key) {
        limit(certificateNumbers.size());
        standIns.acting(Act.CERTIFY, actor);
        List<Fault> faults = new ArrayList<>();
        certificateNumbers.forEach((number, certificate) -> matters.one(centre.region(), number, item)
                .filter(matter -> Rights.isOwn(matter, actor) && matter.step() == Step.CERTIFY)
                .map(matter -> CertificateNumbers.faults(
                        "/certificateNumbers/" + number, matter.result(), matter.numberedByDepartment(), certificate))
                .ifPresent(faults::addAll));
        Problem.InvalidInput.refuse(faults);
        return each(
                certificateNumbers.keySet(),
                key,
                (number, own) ->
                        approval.certify(number, item, certificateNumbers.getOrDefault(number, ""), actor, own));
    }

    private static void limit(int chosen) {
        if (chosen == 0 || chosen > MOST) {
            throw new Problem.InvalidInput("/numbers", "请选择 1 至 " + MOST + " 个办件一起办理，现为 " + chosen + " 个。");
        }
    }

    private static List<Done> each(
            Collection<String> numbers, IdempotencyKey key, BiConsumer<String, IdempotencyKey> act) {
        return numbers.stream()
                .map(number -> new Done(number, refused(number, key.within(number), act)))
                .toList();
    }

    private static String refused(String number, IdempotencyKey key, BiConsumer<String, IdempotencyKey> act) {
        try {
            act.accept(number, key);
            return "";
        } catch (Problem.Conflict | Problem.NotFound | Problem.NotAllowed refused) {
            return String.valueOf(refused.getMessage());
        } catch (Problem.InvalidInput alone) {
            // After a ruling this one calls for words of its own.
            return alone.faults().get(0).message() + "请打开这一件单独办理。";
        }
    }

    private void examine(String number, String item, String opinion, Actor actor, IdempotencyKey key) {
        refuseIfProposedOtherwise(number, item, actor);
        approval.examine(number, item, Recommendation.GRANT, opinion, actor, key);
    }

    private void grant(String number, String item, String opinion, Actor actor, IdempotencyKey key) {
        refuseIfProposedOtherwise(number, item, actor);
        if (declarations.isDeclared(number, item)) {
            refuseBeforeDecision(number, item, actor);
            declarations.grant(number, item, opinion, actor, key);
        } else {
            approval.grant(number, item, opinion, actor, key);
        }
    }

    /** Alone it is granted on a declaration from any step; together only where all of them stand, lest one that was sent back is. */
    private void refuseBeforeDecision(String number, String item, Actor actor) {
        matters.one(centre.region(), number, item)
                .filter(matter -> Rights.isOwn(matter, actor))
                .filter(matter -> matter.step() == Step.REVIEW || matter.step() == Step.EXAMINE)
                .ifPresent(matter -> {
                    throw new Problem.Conflict(
                            "「" + matter.itemName() + "」现在处于“" + matter.step().term() + "”环节，请打开这一件单独办理。");
                });
    }

    private void refuseIfProposedOtherwise(String number, String item, Actor actor) {
        boolean proposedOtherwise = matters.one(centre.region(), number, item)
                .filter(matter -> Rights.isOwn(matter, actor))
                .filter(matter -> matter.recommendation() == Recommendation.DENY)
                .isPresent();
        if (proposedOtherwise) {
            throw new Problem.Conflict("前一环节建议不予，请打开这一件单独办理。");
        }
    }
}
