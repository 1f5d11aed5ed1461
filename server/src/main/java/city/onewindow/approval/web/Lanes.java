package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Progress;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.approval.Step;
import city.onewindow.approval.Timeline;
import city.onewindow.calendar.Deadline;
import city.onewindow.catalog.Translations;
import city.onewindow.frame.Dates;
import city.onewindow.frame.Due;
import city.onewindow.frame.Lane;
import city.onewindow.frame.Page;
import city.onewindow.frame.Tone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a case's timeline in the reader's language, for staff and applicants alike. */
public final class Lanes {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final DateTimeFormatter CHINESE_OTHER_YEAR =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH_OTHER_YEAR =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private final Page page;
    private final UnaryOperator<String> item;
    private final UnaryOperator<String> department;
    private final Dates dates;

    private Lanes(Page page, UnaryOperator<String> item, UnaryOperator<String> department) {
        this.page = page;
        this.item = item;
        this.department = department;
        this.dates = new Dates(page.messages());
    }

    /** For staff: items and departments as they are called. */
    public static List<Lane> of(Page page, Timeline timeline) {
        return new Lanes(page, UnaryOperator.identity(), UnaryOperator.identity()).of(timeline);
    }

    /** For applicants: in their language. */
    public static List<Lane> of(Page page, Timeline timeline, Translations names) {
        return new Lanes(page, names::say, names::departmentNamed).of(timeline);
    }

    private List<Lane> of(Timeline timeline) {
        return timeline.parts().stream().map(this::lane).toList();
    }

    public static String time(Page page, LocalDateTime at) {
        return (page.messages().isEnglish() ? ENGLISH : CHINESE).format(at);
    }

    /** Of the beginning of a day the day alone, for what is known by its day stands there. */
    public static String timeIfKnown(Page page, LocalDateTime at) {
        return at.equals(at.toLocalDate().atStartOfDay()) ? day(page, at.toLocalDate()) : time(page, at);
    }

    /** @param since when the limit began; its year needn't be said again */
    public static String until(Page page, LocalDateTime due, LocalDateTime since) {
        return page.t("approval.until", due.getYear() == since.getYear() ? time(page, due) : dated(page, due));
    }

    /** With its year. */
    public static String dated(Page page, LocalDateTime at) {
        return (page.messages().isEnglish() ? ENGLISH_OTHER_YEAR : CHINESE_OTHER_YEAR).format(at);
    }

    public static String day(Page page, LocalDate day) {
        return (page.messages().isEnglish() ? ENGLISH_DAY : CHINESE_DAY).format(day);
    }

    private Lane lane(Timeline.Part part) {
        List<Lane.Moment> moments = new ArrayList<>();
        List<Progress> told = new ArrayList<>(part.progress());
        for (Timeline.Moment moment : part.moments()) {
            while (!told.isEmpty() && told.get(0).at().isBefore(moment.at())) {
                moments.add(told(told.remove(0)));
            }
            moments.add(new Lane.Moment(
                    page.t("approval.act." + moment.act()), time(page, moment.at()), state(moment.act()), ""));
        }
        told.forEach(one -> moments.add(told(one)));
        Deadline until = part.until();
        if (until != null) {
            moments.add(new Lane.Moment(
                    page.t("approval.next." + part.step()),
                    until(page, until.due(), until.start()),
                    part.step() == Step.WAITING
                            ? city.onewindow.frame.Step.State.TODO
                            : city.onewindow.frame.Step.State.CURRENT,
                    String.join(page.messages().isEnglish() ? " " : "", dates.why(until))));
        }
        return new Lane(
                department.apply(part.department()),
                item.apply(part.itemName()),
                tone(part),
                status(part),
                due(part),
                moments,
                note(part));
    }

    private Lane.Moment told(Progress one) {
        return new Lane.Moment(
                page.t("approval.progress", one.words()),
                time(page, one.at()),
                city.onewindow.frame.Step.State.DONE,
                "");
    }

    private String status(Timeline.Part part) {
        Outcome outcome = part.outcome();
        String step = page.t("approval.step." + part.step());
        return outcome == null ? step : page.t("approval.outcome." + outcome) + " · " + step;
    }

    /** Why it waits, or why it was not granted and what can be done about that. */
    private String note(Timeline.Part part) {
        Timeline.Refusal refusal = part.refusal();
        if (refusal != null) {
            String reason = refusal.reason().replaceFirst("[。.]$", "");
            String told = refusal.ground().isEmpty()
                    ? page.t("approval.refusal", reason)
                    : page.t("approval.refusal.ground", reason, refusal.ground());
            return part.outcome() == Outcome.DENIED || part.outcome() == Outcome.REVOKED
                    ? told + page.t("approval.remedies")
                    : told;
        }
        if (!part.sent().isEmpty()) {
            return page.t("approval.sent", part.sent());
        }
        Timeline.Promised declared = part.declared();
        if (declared != null && part.outcome() == Outcome.GRANTED) {
            LocalDate due = declared.due();
            return page.t("approval.declared." + declared.state(), due == null ? "" : day(page, due));
        }
        SpecialProcedure special = part.special();
        if (special != null) {
            return page.t(
                    "approval.special",
                    page.t("approval.special." + special.kind()),
                    day(page, special.expectedEnd()),
                    special.reason().replaceFirst("[。.]$", ""));
        }
        return part.waitsFor().isEmpty()
                ? ""
                : page.t(
                        "approval.waits",
                        part.waitsFor().stream().map(item).collect(Collectors.joining(page.t("approval.comma"))));
    }

    private @Nullable Due due(Timeline.Part part) {
        return part.step().isOpen()
                ? new Due(Words.tone(part.clock()), page.t("approval.clock." + part.clock()), "")
                : null;
    }

    private static Tone tone(Timeline.Part part) {
        return Words.tone(part.step(), part.outcome());
    }

    private static city.onewindow.frame.Step.State state(Act act) {
        return switch (act) {
            case DENY,
                    TERMINATE,
                    WITHDRAW,
                    LAPSE,
                    REVOKE,
                    ORDER_MENDING,
                    LEARN_OF_REVOCATION,
                    SUBSTITUTE_DENIAL,
                    DECLARE_VOID,
                    SET_ASIDE -> city.onewindow.frame.Step.State.FAILED;
            case OPEN,
                    REVIEW,
                    EXAMINE,
                    GIVE_BACK,
                    RETURN,
                    REEXAMINE,
                    SUSPEND,
                    RESUME,
                    TELL_HEARING,
                    ASK_HEARING,
                    WAIVE_HEARING,
                    CALL_HEARING,
                    RECORD_HEARING,
                    ASK_EXTENSION,
                    EXTEND,
                    REFUSE_EXTENSION,
                    GRANT,
                    GRANT_DECLARED,
                    TAKE_BACK,
                    CONFIRM,
                    TRANSFER,
                    TAKE_ON,
                    DECLINE,
                    RECALL,
                    ASSIGN,
                    RECORD_RULING,
                    ORDER_DECISION,
                    REOPEN,
                    SUBSTITUTE_GRANT,
                    RESTORE,
                    AWAIT_AGAIN,
                    CERTIFY,
                    DELIVER,
                    SEND,
                    COME_BACK -> city.onewindow.frame.Step.State.DONE;
        };
    }
}
