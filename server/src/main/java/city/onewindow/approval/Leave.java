package city.onewindow.approval;

import city.onewindow.kernel.DayWords;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 请假: the days on which somebody of a department's staff is away, and who stands in for him meanwhile. It ends by itself with its
 * last day.
 *
 * @param account who is away
 * @param name how pages call him
 * @param department code
 * @param kind null for a reader whom the reason doesn't concern
 * @param standIn null if nobody stands in
 * @param registeredBy how whoever wrote it down is called
 * @param takenBackAt when it was given up or ended early (销假); null if it wasn't
 */
public record Leave(
        long id,
        String account,
        String name,
        String department,
        LocalDate from,
        LocalDate until,
        @Nullable Kind kind,
        @Nullable StandIn standIn,
        String registeredBy,
        @Nullable LocalDateTime takenBackAt) {

    /** Why somebody is away. */
    public enum Kind {
        ANNUAL("年休假"),
        SICK("病假"),
        PERSONAL("事假"),
        AWAY("出差、学习"),
        OTHER("其他");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }

    /**
     * 代理人: a colleague of the same department.
     *
     * @param needsAuthorisation whether he would have to decide, or lead the department, and has no role for it
     * @param authorisation by the head of the department; null if there is none
     */
    public record StandIn(
            String account,
            String name,
            boolean needsAuthorisation,
            @Nullable Authorisation authorisation) {

        /** Whether he may decide or lead in the other's place, should that one. */
        public boolean mayDecide() {
            return !needsAuthorisation || authorisation != null;
        }
    }

    /**
     * 授权: that somebody may decide or lead in another's place, in writing.
     *
     * @param text what is authorised, or the number of the paper that says so
     * @param by how the head of the department is called
     */
    public record Authorisation(String text, String by, LocalDateTime at) {}

    /** Whether he is away on that day. */
    public boolean runs(LocalDate day) {
        return takenBackAt == null && !day.isBefore(from) && !day.isAfter(until);
    }

    public boolean isOver(LocalDate today) {
        return takenBackAt != null || today.isAfter(until);
    }

    /** 张三 2026年11月4日至2026年11月9日. */
    String words() {
        return name + " " + DayWords.of(from) + "至" + DayWords.of(until);
    }

    Leave withoutReason() {
        return new Leave(id, account, name, department, from, until, null, standIn, registeredBy, takenBackAt);
    }
}
