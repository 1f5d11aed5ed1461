package city.onewindow.approval;

import city.onewindow.kernel.Masking;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 听证 of one matter: the right to it is told (行政许可法 第四十七条), or the department holds it of its own motion (第四十六条); it is
 * called, and its record is written (第四十八条).
 *
 * @param item code
 * @param seq its place among the matter's, from 1
 * @param others 利害关系人: who is told and called beside the applicant
 * @param told null if the department holds it of its own motion
 * @param asked null as long as nobody asked for it
 * @param session null as long as nobody was called to it
 * @param endedAt when its record was written, or it was waived; null until then
 * @param waived whether nobody wants it any more
 * @param papers numbers of its documents, in the order of their issue
 */
public record Hearing(
        String number,
        String item,
        int seq,
        List<Party> others,
        @Nullable Told told,
        @Nullable Asked asked,
        @Nullable Session session,
        @Nullable LocalDateTime endedAt,
        boolean waived,
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

    /** @param askUntil the last day to ask for a hearing */
    public record Told(LocalDateTime at, LocalDate askUntil) {}

    /** @param by 0 the applicant, else the place among the others, from 1 */
    public record Asked(LocalDate on, int by) {}

    /** @param presider account */
    public record Session(
            LocalDateTime calledAt, LocalDateTime at, String place, String presider, String presiderName) {}

    public Hearing {
        others = List.copyOf(others);
        papers = List.copyOf(papers);
    }

    static Hearing begun(String number, String item, int seq, List<Party> others) {
        return new Hearing(number, item, seq, others, null, null, null, null, false, List.of());
    }

    Hearing told(LocalDateTime at, LocalDate askUntil) {
        return new Hearing(
                number, item, seq, others, new Told(at, askUntil), asked, session, endedAt, waived, papers);
    }

    Hearing asked(LocalDate on, int by) {
        return new Hearing(number, item, seq, others, told, new Asked(on, by), session, endedAt, waived, papers);
    }

    Hearing called(Session when) {
        return new Hearing(number, item, seq, others, told, asked, when, endedAt, waived, papers);
    }

    Hearing recorded(LocalDateTime at) {
        return new Hearing(number, item, seq, others, told, asked, session, at, false, papers);
    }

    Hearing waived(LocalDateTime at) {
        return new Hearing(number, item, seq, others, told, asked, session, at, true, papers);
    }

    /** For whoever needs to tell the others apart, not to know them. */
    Hearing masked() {
        List<Party> masked = others.stream()
                .map(one -> new Party(Masking.name(one.name()), Masking.address(one.address())))
                .toList();
        return new Hearing(number, item, seq, masked, told, asked, session, endedAt, waived, papers);
    }

    /** Whether it is to be held, and hasn't been. */
    public boolean isToBeHeld() {
        return endedAt == null && (asked != null || session != null);
    }

    /** Whether somebody may ask for it, or it is to be held. */
    public boolean isOpen(LocalDate day) {
        return isToBeHeld() || mayBeAskedFor() && told != null && !day.isAfter(told.askUntil());
    }

    /** Whether a request that came in time can be written down: also after its last day, as long as nothing else has happened. */
    boolean mayBeAskedFor() {
        return endedAt == null && told != null && asked == null && session == null;
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
