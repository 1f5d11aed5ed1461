package city.onewindow.approval;

import city.onewindow.kernel.Masking;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 听证 of one matter: the right to it is told (行政许可法 第四十七条), or the department holds it of its own motion (第四十六条); it is
 * called, and its record is written (第四十八条).
 *
 * @param item code
 * @param seq its place among the matter's, from 1
 * @param others 利害关系人: who is told and called beside the applicant
 * @param told null if the department holds it of its own motion
 * @param requests of those who asked for it, in the order in which they were written down
 * @param session null as long as nobody was called to it, and again once it was put off
 * @param adjournedOn when it was put off last; null if it wasn't
 * @param endedAt when its record was written, or it was waived; null until then
 * @param waived whether nobody wants it any more
 * @param waiver who waived it or took his request back, and how; null if nobody did, and where it is masked, for it names people
 * @param papers numbers of its documents, in the order of their issue
 */
public record Hearing(
        String number,
        String item,
        int seq,
        List<Party> others,
        @Nullable Told told,
        List<Asked> requests,
        @Nullable Session session,
        @Nullable LocalDate adjournedOn,
        @Nullable LocalDateTime endedAt,
        boolean waived,
        @Nullable String waiver,
        List<String> papers) {

    /** Of the law: working days (第八十二条) from being told in which a hearing may be asked for. */
    public static final int ASKED_WITHIN = 5;
    /** Ours: who is told by mail has the five days from when that reaches him, so that the last day may lie later. */
    public static final int ASKED_WITHIN_AT_MOST = 20;
    /** Working days from the request in which it is held. */
    public static final int HELD_WITHIN = 20;
    /** Working days before it by which all are called. */
    public static final int CALLED_BEFORE = 7;

    /** 利害关系人. */
    public record Party(String name, String address) {}

    /**
     * @param askUntil the last day to ask for a hearing
     * @param within so many working days from being told; more than {@link #ASKED_WITHIN} where the reviewer reckoned with the post
     */
    public record Told(LocalDateTime at, LocalDate askUntil, int within) {}

    /** @param by 0 the applicant, else the place among the others, from 1 */
    public record Asked(LocalDate on, int by) {}

    /**
     * @param presider account
     * @param announcement verify code of the announcement (听证公告); null unless the public was told
     */
    public record Session(
            LocalDateTime calledAt,
            LocalDateTime at,
            String place,
            String presider,
            String presiderName,
            @Nullable String announcement) {

        Session announced(String code) {
            return new Session(calledAt, at, place, presider, presiderName, code);
        }
    }

    public Hearing {
        others = List.copyOf(others);
        requests = List.copyOf(requests);
        papers = List.copyOf(papers);
    }

    static Hearing begun(String number, String item, int seq, List<Party> others) {
        return new Hearing(number, item, seq, others, null, List.of(), null, null, null, false, null, List.of());
    }

    Hearing told(LocalDateTime at, LocalDate until, int within) {
        return with(new Told(at, until, within), requests, session, adjournedOn, endedAt, waived);
    }

    Hearing asked(LocalDate on, int by) {
        List<Asked> all =
                Stream.concat(requests.stream(), Stream.of(new Asked(on, by))).toList();
        return with(told, all, session, adjournedOn, endedAt, waived);
    }

    /** By one who had asked: if nobody else has, the others may still, as long as their days last. */
    Hearing takenBack(int by, LocalDateTime at) {
        List<Asked> left = requests.stream().filter(one -> one.by() != by).toList();
        if (!left.isEmpty()) {
            return with(told, left, session, adjournedOn, endedAt, waived);
        }
        boolean mayBeAsked = told != null && !at.toLocalDate().isAfter(told.askUntil());
        return mayBeAsked ? with(told, left, null, null, null, false) : waived(at);
    }

    Hearing called(Session when) {
        return with(told, requests, when, adjournedOn, endedAt, waived);
    }

    /** It was put off: those who are to be heard still are, on another day. */
    Hearing adjourned(LocalDate on) {
        return with(told, requests, null, on, endedAt, waived);
    }

    Hearing recorded(LocalDateTime at) {
        return with(told, requests, session, adjournedOn, at, false);
    }

    Hearing waived(LocalDateTime at) {
        return with(told, requests, session, adjournedOn, at, true);
    }

    /** @param how it was waived or a request taken back; what was said of that before stays */
    Hearing explained(String how) {
        String all = waiver == null ? how : waiver + "\n" + how;
        return new Hearing(
                number, item, seq, others, told, requests, session, adjournedOn, endedAt, waived, all, papers);
    }

    /** For whoever needs to tell the others apart, not to know them. */
    Hearing masked() {
        List<Party> masked = others.stream()
                .map(one -> new Party(Masking.name(one.name()), Masking.address(one.address())))
                .toList();
        return new Hearing(
                number, item, seq, masked, told, requests, session, adjournedOn, endedAt, waived, null, papers);
    }

    private Hearing with(
            @Nullable Told right,
            List<Asked> all,
            @Nullable Session when,
            @Nullable LocalDate adjourned,
            @Nullable LocalDateTime ended,
            boolean unwanted) {
        return new Hearing(number, item, seq, others, right, all, when, adjourned, ended, unwanted, waiver, papers);
    }

    /** From when the days count in which it is held: the first request, or when it was put off; null for the department's own motion. */
    @Nullable
    LocalDate heldFrom() {
        return Stream.concat(requests.stream().map(Asked::on).sorted().limit(1), Stream.ofNullable(adjournedOn))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    boolean isAskedBy(int party) {
        return requests.stream().anyMatch(one -> one.by() == party);
    }

    /** Whether it is to be held, and hasn't been. */
    public boolean isToBeHeld() {
        return endedAt == null && (!requests.isEmpty() || session != null || adjournedOn != null);
    }

    /** Whether somebody may ask for it, or it is to be held. */
    public boolean isOpen(LocalDate day) {
        return isToBeHeld() || mayBeAskedFor() && told != null && !day.isAfter(told.askUntil());
    }

    /** Whether a request that came in time can be written down: also after its last day, and beside those of others. */
    boolean mayBeAskedFor() {
        return endedAt == null && told != null;
    }

    /** Whether its hour has come. */
    boolean isBegun(LocalDateTime now) {
        return session != null && !now.isBefore(session.at());
    }

    /** The newest that an act of a hearing is done on; empty if that begins another, or none is there. */
    public static Optional<Hearing> concerned(List<Hearing> all, Act act, LocalDate today) {
        return all.stream()
                .filter(one -> switch (act) {
                    case ASK_HEARING -> one.mayBeAskedFor();
                    case WAIVE_HEARING -> one.isOpen(today);
                    case CALL_HEARING, RECORD_HEARING -> one.isToBeHeld();
                    default -> false;
                })
                .reduce((earlier, later) -> later);
    }

    /** The same, of a matter that says in its own row that it has such a hearing. */
    static Hearing of(List<Hearing> all, Act act, LocalDate today) {
        return concerned(all, act, today)
                .orElseThrow(() -> new IllegalStateException("None of " + all.size()
                        + " hearings is as the matter says. Maybe its row and approval.hearing were"
                        + " not written together."));
    }

    /** Whether an act of a hearing finds one of these on which it may be done; what {@link HearingState} allows is narrowed by it. */
    static boolean allow(List<Hearing> all, Act act, LocalDateTime now) {
        return switch (act) {
            case ASK_HEARING ->
                all.stream()
                                .anyMatch(one -> one.mayBeAskedFor()
                                        && one.requests().size() <= one.others().size())
                        && all.stream().noneMatch(Hearing::isHeldUnasked);
            case WAIVE_HEARING ->
                all.stream().anyMatch(one -> one.told() != null && one.isOpen(now.toLocalDate()) && !one.isBegun(now));
            case RECORD_HEARING -> all.stream().anyMatch(one -> one.isToBeHeld() && one.isBegun(now));
            default -> true;
        };
    }

    /** Whether the department holds it of its own motion (第四十六条), and hasn't yet. */
    boolean isHeldUnasked() {
        return told == null && isToBeHeld();
    }

    /** Who may ask for it, as {@link Asked#by} counts: the applicant and the others. */
    public IntStream parties() {
        return IntStream.rangeClosed(0, others.size());
    }

    /** How one of those is called in what everybody may read: no names. */
    static String inWords(int party) {
        return party == 0 ? "申请人" : "利害关系人";
    }
}
