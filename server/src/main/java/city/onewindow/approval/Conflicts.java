package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What to answer when an act found the matter elsewhere: the same act's first answer, or who did what when. */
@Component
class Conflicts {

    private final Matters matters;
    private final WorkedThere workedThere;
    private final Centre centre;

    Conflicts(Matters matters, WorkedThere workedThere, Centre centre) {
        this.matters = matters;
        this.workedThere = workedThere;
        this.centre = centre;
    }

    /**
     * What this account did under this key, if it did it before; asked before whose the matter is, for it may be another department's by now.
     *
     * @throws Problem.Conflict if the key was used for something else
     */
    Optional<List<HistoryEntry>> before(
            String number, String item, Act act, Actor actor, @Nullable IdempotencyKey key) {
        return done(
                actor,
                key,
                entry -> entry.act() == act
                        && entry.number().equals(number)
                        && entry.item().equals(item));
    }

    /** The same of an act that ended several matters by one document; others may have ended by an act of the same name. */
    Optional<List<HistoryEntry>> before(String number, Act act, Actor actor, @Nullable IdempotencyKey key) {
        return done(actor, key, entry -> entry.act() == act && entry.number().equals(number))
                .map(first -> matters.history(centre.region(), number).stream()
                        .filter(entry ->
                                Objects.equals(entry.document(), first.get(0).document()))
                        .toList());
    }

    /** A key that was used for something else at the same moment is told as one that was used before. */
    List<HistoryEntry> once(Supplier<List<HistoryEntry>> act) {
        try {
            return act.get();
        } catch (DuplicateKeyException used) {
            throw IdempotencyKey.usedAtOnce();
        }
    }

    private Optional<List<HistoryEntry>> done(Actor actor, @Nullable IdempotencyKey key, Predicate<HistoryEntry> same) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<HistoryEntry> done = matters.done(centre.region(), actor.account(), key.value());
        done.filter(same.negate()).ifPresent(other -> {
            throw IdempotencyKey.used(
                    "办件 " + other.number() + " 的“" + other.act().term() + "”");
        });
        return done.map(List::of);
    }

    /** What the same act wrote when it was done before; otherwise it can't be done now, and is told why. */
    List<HistoryEntry> undone(Matter matter, Act act, Actor actor, LocalDateTime now, @Nullable IdempotencyKey key) {
        Optional<List<HistoryEntry>> before = before(matter.number(), matter.item(), act, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        if (!WorkedThere.isAllowedAnywhere(act, actor) && workedThere.holds(matter)) {
            throw WorkedThere.told(matter);
        }
        matters.one(centre.region(), matter.number(), matter.item())
                .filter(found ->
                        Procedure.edge(found.step(), act).map(Pool::stops).orElse(true))
                .ifPresent(found -> refuseIfHeld(found, actor));
        throw told(matter, act, now);
    }

    /** @throws Problem.Conflict if somebody else has taken it */
    static void refuseIfHeld(Matter matter, Actor actor) {
        if (Pool.held(matter, actor)) {
            throw new Problem.Conflict(Pool.heldWords(matter) + "要由您办理的，请先在事项页上改由自己办理。");
        }
    }

    /**
     * Reads again, since the matter moved after it was read.
     *
     * @param now to leave the date out if it is today's
     */
    Problem.Conflict told(Matter read, Act wanted, LocalDateTime now) {
        Matter matter = matters.one(centre.region(), read.number(), read.item()).orElse(read);
        String where = "「" + matter.itemName() + "」现在处于“" + matter.step().term() + "”环节，不能办理“" + wanted.term() + "”。";
        return new Problem.Conflict(matters.last(centre.region(), matter.number(), matter.item())
                        .map(last -> done(last, now))
                        .orElse("")
                + where + "请刷新页面，按现在的环节办理。");
    }

    /** @throws Problem.InvalidInput if the same was decided before and set aside, and nobody says what is different now */
    static void refuseRepeating(Matter matter, Act act) {
        Outcome decided = act == Act.GRANT ? Outcome.GRANTED : act == Act.DENY ? Outcome.DENIED : null;
        if (matter.step() == Step.DECIDE && decided != null && matter.wouldRepeat(decided)) {
            throw new Problem.InvalidInput(
                    "/different",
                    "「" + matter.itemName() + "」原来的" + decided.term()
                            + "决定已被撤销，不得以同一的事实和理由作出相同的决定（行政复议法第六十四条第二款、行政诉讼法第七十一条）。请写明与原决定不同的事实和理由。");
        }
    }

    /** @throws Problem.Conflict if a hearing keeps the act from being done today */
    static void refuseUnheard(Matter matter, Act act, LocalDate today) {
        HearingState hearing = matter.hearing();
        if (Procedure.edge(matter.step(), act).isEmpty() || hearing.allows(act, today)) {
            return;
        }
        if (act.isOfHearing()) {
            throw new Problem.Conflict("「" + matter.itemName() + "」的听证现在不能办理“" + act.term() + "”。请刷新页面，按现在的情况办理。");
        }
        LocalDate until = hearing.askUntil();
        String why = until == null
                ? "正在组织听证，听证笔录制作以前不能办理“" + act.term() + "”（行政许可法第四十八条第二款）。请在听证页制作笔录。"
                : "已告知听证权利，申请人、利害关系人在" + DayWords.of(until) + "以前可以申请听证，期满以前不能办理“" + act.term()
                        + "”（行政许可法第四十七条）。请期满以后再办；都放弃的，在听证页登记。";
        throw new Problem.Conflict("「" + matter.itemName() + "」" + why);
    }

    /** Of several matters at once, some of which don't stand where the act begins. */
    Problem.Conflict notThere(String number, List<String> items, Step from, Act act, LocalDateTime now) {
        return new Problem.Conflict(matters.ofCase(centre.region(), number).stream()
                        .filter(matter -> items.contains(matter.item()) && matter.step() != from)
                        .map(matter -> told(matter, act, now).getMessage())
                        .collect(Collectors.joining())
                + (act == Act.DELIVER ? "所选结果均未交付。" : "所选结果均未登记。"));
    }

    private static String done(HistoryEntry last, LocalDateTime now) {
        boolean today = last.at().toLocalDate().equals(now.toLocalDate());
        return last.whoName() + "已于" + (today ? DayWords.time(last.at()) : DayWords.shortHour(last.at())) + "办理了“"
                + last.act().term() + "”，";
    }
}
