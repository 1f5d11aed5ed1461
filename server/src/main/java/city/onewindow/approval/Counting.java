package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A matter whose clock is about to change, among all of its case, locked.
 *
 * @param procedures of the whole case, by item
 */
record Counting(Whole whole, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {

    /**
     * The same with the matter as it shall be, but for its step.
     *
     * @param yellowFrom from when its clock is yellow then
     */
    record Counted(Counting after, LocalDateTime yellowFrom) {

        Matter matter() {
            return after.matter();
        }

        /** When the case is due then: worked out for whoever asks, since it takes all of the case. */
        CaseClock due() {
            return CaseClock.of(after.whole.to(), after.whole.all(), after.procedures, after.deadlines);
        }
    }

    Matter matter() {
        return whole.matter();
    }

    /** The matter's own procedures, oldest first. */
    List<SpecialProcedure> own() {
        return procedures.getOrDefault(matter().item(), List.of());
    }

    /** The one that stops the clock now. */
    private SpecialProcedure running() {
        return own().stream().filter(SpecialProcedure::isRunning).findFirst().orElseThrow();
    }

    /**
     * A special procedure that begins now.
     *
     * @throws Problem.InvalidInput unless it ends within what its kind may take of the matter
     */
    SpecialProcedure begin(AskedProcedure asked, LocalDateTime now) {
        SpecialProcedure.Kind kind = Objects.requireNonNull(asked.kind());
        LocalDate expectedEnd = Objects.requireNonNull(asked.expectedEnd());
        if (!kind.isFor(matter())) {
            throw new Problem.InvalidInput("/kind", "“" + kind.term() + "”只用于依据《" + kind.law() + "》办理的事项，请另选。");
        }
        int taken = SpecialProcedure.taken(kind, own(), deadlines.workingDays());
        String most =
                "“" + kind.term() + "”最多 " + kind.longest() + " 个工作日" + (taken > 0 ? "，已经用了 " + taken + " 个" : "");
        if (taken >= kind.longest()) {
            throw new Problem.InvalidInput("/kind", most + "，不能再启动。请在办理期限内作出决定。");
        }
        LocalDate first = matter().running().stillFrom(now);
        if (expectedEnd.isBefore(first)) {
            throw new Problem.InvalidInput("/expectedEnd", "预计结束的日期不能早于" + DayWords.of(first) + "。");
        }
        LocalDate latest = latest(kind, now);
        if (expectedEnd.isAfter(latest)) {
            throw new Problem.InvalidInput("/expectedEnd", most + "，最晚到" + DayWords.of(latest) + "。");
        }
        if (matter().technicalCheck() != null && kind.isTechnical() && asked.namesTooFew()) {
            throw new Problem.InvalidInput("/staff", "请填写指派的工作人员姓名，两名以上，用“、”隔开（" + TechnicalClock.GROUND + "）。");
        }
        return new SpecialProcedure(
                matter().item(),
                kind,
                asked.reason().strip(),
                asked.body(),
                asked.staff(),
                first,
                expectedEnd,
                null,
                "",
                "",
                true);
    }

    /**
     * The special procedure of a hearing that is called now: what is to be heard is heard, whatever its kind has taken; the clock stands
     * still for what is left of that, and once at least.
     */
    SpecialProcedure hear(String reason, LocalDate day, LocalDateTime now) {
        SpecialProcedure.Kind kind = SpecialProcedure.Kind.HEARING;
        LocalDate first = matter().running().stillFrom(now);
        LocalDate latest = latest(kind, now);
        LocalDate end = day.isBefore(latest) ? day : latest;
        return new SpecialProcedure(
                matter().item(), kind, reason, "", "", first, end.isBefore(first) ? first : end, null, "", "", true);
    }

    /** The last day that one of this kind may have which begins now. */
    LocalDate latest(SpecialProcedure.Kind kind, LocalDateTime now) {
        int taken = SpecialProcedure.taken(kind, own(), deadlines.workingDays());
        LocalDate before = matter().running().stillFrom(now).minusDays(1);
        return deadlines.workingDays().plus(before, Math.max(0, kind.longest() - taken));
    }

    /** The one that runs, over; not before it began. */
    SpecialProcedure end(String result, LocalDate today) {
        SpecialProcedure running = running();
        return running.ended(today.isBefore(running.begunOn()) ? running.begunOn() : today, result);
    }

    Counted with(SpecialProcedure begun) {
        return counted(
                matter().extensionAsked(),
                0,
                false,
                Stream.concat(own().stream(), Stream.of(begun)).toList());
    }

    Counted over(SpecialProcedure ended) {
        return counted(
                matter().extensionAsked(),
                0,
                false,
                own().stream().map(one -> one.isRunning() ? ended : one).toList());
    }

    /**
     * @param asked days of extension that somebody has yet to answer
     * @param more days by which the limits are longer now
     * @param promises whether the promise is longer, too
     */
    Counted extended(int asked, int more, boolean promises) {
        return counted(asked, more, promises, own());
    }

    /** The same by other holidays. */
    Counted again() {
        return counted(matter().extensionAsked(), 0, false, own());
    }

    private Counted counted(int asked, int more, boolean promises, List<SpecialProcedure> mine) {
        Matter after = matter().recounted(asked, more, promises, mine, deadlines);
        Map<String, List<SpecialProcedure>> all = new HashMap<>(procedures);
        all.put(after.item(), mine);
        List<Matter> matters = whole.all().stream()
                .map(one -> one.item().equals(after.item()) ? after : one)
                .toList();
        Counting changed = new Counting(new Whole(whole.to(), matters, after), all, deadlines);
        return new Counted(changed, yellowFrom(after, mine));
    }

    private LocalDateTime yellowFrom(Matter after, List<SpecialProcedure> mine) {
        Matter.Clock clock = after.running();
        return deadlines.yellowFrom(clock.openedAt(), clock.promisedDue(), SpecialProcedure.suspensions(mine));
    }
}
