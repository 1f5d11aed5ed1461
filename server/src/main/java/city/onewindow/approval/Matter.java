package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.Remaining;
import city.onewindow.calendar.Suspension;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.TechnicalCheck;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.DocumentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 子办件: the part of a case that one department decides.
 *
 * @param number of its case
 * @param item code of the item; with the number, its identity
 * @param seq its place in an order in which nothing comes before what it waits for, from 1
 * @param department code of the department that decides
 * @param legalBasis of the item, as published
 * @param result the document or registration that comes out
 * @param numberedByDepartment whether its department gives the result its number, as content had it when the case was accepted
 * @param licence whether it is 行政许可; a matter accepted before that was kept counts as one
 * @param after codes of the items in the case that must be granted first
 * @param outcome null until decided or ended
 * @param clock null while it waits
 * @param chain as content had it when the case was accepted
 * @param promised what it has, an extension included; so {@code statutory}
 * @param extensionAsked days by which its limits shall be extended, as long as nobody has answered; 0 if nobody asks
 * @param extended days by which its limits were extended; 0 if they were not
 * @param extensible by how much they may be extended, as content had it when the case was accepted
 * @param technicalCheck what must be checked by technical standards, as content had it then; null if nothing
 * @param holder who has taken it out of the department's pool; null if nobody
 * @param reviewedBy account of the reviewer
 * @param examinedBy account of who examined it since it was reviewed; null in a shorter chain, and once it is decided
 * @param readyAt when it came to the issuing window
 * @param anew how it was begun again after a ruling; null if it never was
 * @param hearing what hearings let be done with it
 */
public record Matter(
        String number,
        String item,
        String itemName,
        int seq,
        String department,
        String legalBasis,
        String result,
        boolean numberedByDepartment,
        boolean licence,
        List<String> after,
        Step step,
        @Nullable Outcome outcome,
        Chain chain,
        TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable Clock clock,
        int extensionAsked,
        int extended,
        Extension extensible,
        @Nullable TechnicalCheck technicalCheck,
        @Nullable Holder holder,
        @Nullable String reviewedBy,
        @Nullable String examinedBy,
        @Nullable Recommendation recommendation,
        @Nullable LocalDateTime decidedAt,
        @Nullable String certificateNumber,
        @Nullable LocalDateTime readyAt,
        @Nullable LocalDateTime endedAt,
        @Nullable Anew anew,
        HearingState hearing) {

    /**
     * The matter's own clock: it starts when the matter opens, not when the case is accepted.
     *
     * @param statutoryDue where no law sets a limit, the promised date stands for it
     */
    public record Clock(LocalDateTime openedAt, LocalDateTime promisedDue, LocalDateTime statutoryDue) {

        /**
         * The first day that doesn't count of a special procedure that begins now: today, unless its business is over or a limit ran out
         * earlier today, for what is late doesn't become timely.
         */
        public LocalDate stillFrom(LocalDateTime now) {
            boolean tooLate =
                    now.toLocalTime().isAfter(Deadlines.CLOSE) || now.isAfter(promisedDue) || now.isAfter(statutoryDue);
            return tooLate ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        }
    }

    /** Who works on it, and nobody else meanwhile. */
    public record Holder(String account, String name) {}

    /**
     * 重新办理: what a ruling (复议、诉讼结果) opened again.
     *
     * @param round how often, from 1
     * @param limited whether its limit is the ruling's, or the law's from the day that reached the department
     * @param byRuling whether the organ that ruled decided it in place of the department
     * @param decidedBefore account that decided what was set aside, and doesn't decide again; null if there is none
     * @param setAside what was decided then and must not just be decided again (行政复议法 第六十四条第二款; 行政诉讼法 第七十一条);
     *     null if anything may
     */
    public record Anew(
            int round,
            boolean limited,
            boolean byRuling,
            @Nullable String decidedBefore,
            @Nullable Outcome setAside) {}

    public Matter {
        after = List.copyOf(after);
    }

    /** @throws IllegalStateException while it waits */
    public Clock running() {
        if (clock == null) {
            throw new IllegalStateException("Matter " + number + "/" + item + " waits: its clock hasn't started.");
        }
        return clock;
    }

    /** What is left of its promise; null while it waits and once it is over. */
    @Nullable
    Remaining remaining(List<SpecialProcedure> special, Deadlines deadlines, LocalDateTime now) {
        return clock == null || !step.isOpen()
                ? null
                : deadlines.remaining(
                        now, clock.openedAt(), clock.promisedDue(), SpecialProcedure.suspensions(special));
    }

    /** Whether the head of the department was asked for more time, and can answer where the matter stands. */
    public boolean waitsForItsHead() {
        return extensionAsked > 0 && Procedure.edge(step, Act.EXTEND).isPresent();
    }

    /** Whether it is decided anew, by a limit of its own: that one is never extended, and counts from its own beginning. */
    boolean isLimitedAnew() {
        return anew != null && anew.limited();
    }

    /** Whether it was decided like this before, and that was set aside. */
    public boolean wouldRepeat(@Nullable Outcome decided) {
        return anew != null && decided != null && anew.setAside() == decided;
    }

    /** What the issuing window hands over of it: its result, or what denies it, which is the organ's own document where a ruling denied. */
    public String handedOver() {
        if (outcome != Outcome.DENIED) {
            return result;
        }
        return isDecidedByRuling() ? "裁决文书" : DocumentKind.DENIAL.title();
    }

    /** Whether the organ that ruled decided it, not the department: then its own document says so. */
    public boolean isDecidedByRuling() {
        return anew != null && anew.byRuling();
    }

    /** So many days as its limits count them. */
    public TimeLimit days(int days) {
        return new TimeLimit(BigDecimal.valueOf(days), promised.unit());
    }

    /** Until when it is done; where no law sets a limit only the promise is told. */
    public String limitsInWords() {
        String words = "承诺" + DayWords.of(running().promisedDue());
        return statutory == null ? words : words + "，法定" + DayWords.of(running().statutoryDue());
    }

    /** What the law allows; where no law sets a limit, the promise stands for it. */
    public TimeLimit lawful() {
        return statutory == null ? promised : statutory;
    }

    /**
     * The same matter under a clock that was stopped or lengthened.
     *
     * @param asked days of extension that somebody has yet to answer
     * @param more days by which its limits are longer now; what no law limits is extended by promise only
     * @param promises whether the promise is, too
     * @param procedures its special procedures
     */
    Matter recounted(int asked, int more, boolean promises, List<SpecialProcedure> procedures, Deadlines deadlines) {
        TimeLimit promise = promised.plus(promises ? more : 0);
        TimeLimit law = statutory == null ? null : statutory.plus(more);
        LocalDateTime opened = running().openedAt();
        List<Suspension> suspensions = SpecialProcedure.suspensions(procedures);
        return new Matter(
                number,
                item,
                itemName,
                seq,
                department,
                legalBasis,
                result,
                numberedByDepartment,
                licence,
                after,
                step,
                outcome,
                chain,
                promise,
                law,
                new Clock(
                        opened,
                        deadlines.of(opened, promise, suspensions).due(),
                        deadlines
                                .of(opened, law == null ? promise : law, suspensions)
                                .due()),
                asked,
                extended + more,
                extensible,
                technicalCheck,
                holder,
                reviewedBy,
                examinedBy,
                recommendation,
                decidedAt,
                certificateNumber,
                readyAt,
                endedAt,
                anew,
                hearing);
    }

    /**
     * The same, begun again by such limits.
     *
     * @param begun null while it waits
     * @param again how
     */
    Matter anew(TimeLimit promise, @Nullable TimeLimit law, @Nullable Clock begun, Anew again) {
        return new Matter(
                number,
                item,
                itemName,
                seq,
                department,
                legalBasis,
                result,
                numberedByDepartment,
                licence,
                after,
                step,
                outcome,
                chain,
                promise,
                law,
                begun,
                0,
                0,
                extensible,
                technicalCheck,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                again,
                hearing);
    }
}
