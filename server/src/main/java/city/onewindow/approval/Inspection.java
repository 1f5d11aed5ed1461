package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 联合踏勘: one appointment on the spot for the departments of a case (行政许可法 第二十六条、第三十四条第三款), and one record of what they found.
 * A matter that was decided or has ended drops out by itself, and its department with its last one.
 *
 * @param seq its place among the case's, from 1
 * @param department code of the one that proposed it
 * @param round how often it was appointed; answers are to this time and place
 * @param since when answers became owed
 * @param reason why it was last moved, or cancelled; empty if neither
 * @param document number of the last one that told the applicant of it; null if none did
 * @param record number of the record; null until it is closed
 * @param words what the applicant said on the spot; empty until it is closed
 */
public record Inspection(
        String number,
        int seq,
        String department,
        State state,
        Appointment appointment,
        int round,
        LocalDateTime since,
        String reason,
        @Nullable String document,
        @Nullable String record,
        String words,
        List<Part> parts,
        List<Visitor> visitors) {

    /** How an appointment stands. */
    public enum State {
        PROPOSED("等待各部门答复"),
        /** All have answered: the applicant is told. */
        AGREED("已约定"),
        CLOSED("已形成记录"),
        CANCELLED("已取消");

        private final String term;

        State(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }

    /** A department's word on an appointment. */
    public enum Reply {
        COMES("参加"),
        NOT_NEEDED("不需要踏勘"),
        OTHER_HOUR("请改时间");

        private final String term;

        Reply(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }

    /** What a department found. */
    public enum Result {
        CONFORMS("符合"),
        FAILS("不符合"),
        TO_MEND("需整改");

        private final String term;

        Result(String term) {
            this.term = term;
        }

        /** The field's word, as pages and the record show it. */
        public String term() {
            return term;
        }
    }

    /** @param open whether what is found can still change anything for this matter */
    public record Part(String item, String itemName, String department, boolean open) {}

    /** A department that was asked to come; {@code answer} and {@code finding} are null until they are given. */
    public record Visitor(
            String department,
            @Nullable Answer answer,
            @Nullable Finding finding) {

        boolean comes() {
            return answer != null && answer.reply() == Reply.COMES;
        }

        /** Who comes as the department said; empty unless it does. */
        public List<String> announced() {
            return answer == null ? List.of() : answer.officers();
        }
    }

    /**
     * @param officers who comes, two at least (行政许可法 第三十四条第三款); empty unless the department does
     * @param otherAt when it could come; null unless it asks for another hour
     * @param by account
     */
    public record Answer(
            Reply reply,
            List<String> officers,
            String text,
            @Nullable LocalDateTime otherAt,
            String by,
            String who,
            LocalDateTime at) {}

    /**
     * @param officers who was there, two at least (行政许可法 第三十四条第三款); it may be others than who promised to come
     * @param by account
     */
    public record Finding(Result result, List<String> officers, String text, String by, String who, LocalDateTime at) {}

    /** What somebody owes it: an answer, a finding, or, who proposed it, what brings it on. */
    record Owed(
            String item,
            NextMove.Party party,
            String department,
            LocalDateTime since,
            @Nullable LocalDate until) {}

    public Inspection {
        parts = List.copyOf(parts);
        visitors = List.copyOf(visitors);
    }

    public LocalDateTime at() {
        return Objects.requireNonNull(appointment.at());
    }

    public boolean isOver() {
        return state == State.CLOSED || state == State.CANCELLED;
    }

    /** Whether a matter of the department is still open, so that it has a part in this. */
    public boolean concerns(String code) {
        return parts.stream().anyMatch(part -> part.open() && part.department().equals(code));
    }

    /** Of those whose matters are still open. */
    public List<Visitor> present() {
        return visitors.stream()
                .filter(visitor -> concerns(visitor.department()))
                .toList();
    }

    /** Those that come, while their matters are still open. */
    public List<Visitor> coming() {
        return present().stream().filter(Visitor::comes).toList();
    }

    public Optional<Visitor> visitor(String code) {
        return visitors.stream()
                .filter(visitor -> visitor.department().equals(code))
                .findFirst();
    }

    public boolean owesAnswer(String code, LocalDateTime now) {
        return state == State.PROPOSED
                && at().isAfter(now)
                && present().stream()
                        .anyMatch(visitor -> visitor.department().equals(code) && visitor.answer() == null);
    }

    /** From the hour of the appointment on; who was there has seen it, whatever was decided since. */
    public boolean owesFinding(String code, LocalDateTime now) {
        return state == State.AGREED
                && !now.isBefore(at())
                && visitors.stream()
                        .anyMatch(visitor ->
                                visitor.department().equals(code) && visitor.comes() && visitor.finding() == null);
    }

    /** Whether somebody was there and wrote it down: then it can be neither moved nor cancelled. */
    public boolean hasFindings() {
        return visitors.stream().anyMatch(visitor -> visitor.finding() != null);
    }

    /** Those that said they would come and haven't written down what they found, as long as it can still matter to them. */
    public List<Visitor> silent() {
        return coming().stream().filter(visitor -> visitor.finding() == null).toList();
    }

    /** Whether somebody was there; whoever closes it says of the {@link #silent} that they weren't. */
    boolean isClosable() {
        return state == State.AGREED && hasFindings();
    }

    /** Whether somebody was there and all have written down what they found whom it can still matter to. */
    public boolean isRecordable() {
        return isClosable() && silent().isEmpty();
    }

    /**
     * The same without those that weren't there.
     *
     * @param absent codes
     * @param faults what is wrong with these is added
     */
    boolean isRecordableWithout(Set<String> absent, List<Fault> faults) {
        Set<String> silent = silent().stream().map(Visitor::department).collect(Collectors.toSet());
        if (isClosable() && !silent.equals(absent)) {
            faults.add(new Fault(
                    "/absent",
                    silent.isEmpty()
                            ? "答复参加的部门都填写了结论，没有未到场的。请刷新页面查看最新情况。"
                            : "还有答复参加的部门没有填写结论。请等它填写；没有到场的，请逐个选为未到场，记录里会写明。"));
        }
        return isClosable() && silent.equals(absent);
    }

    /** Whether its day is over and nobody has written down a word: it ends by nothing but its convener. */
    public boolean isForgotten(LocalDateTime now) {
        return state == State.AGREED && at().toLocalDate().isBefore(now.toLocalDate()) && !hasFindings();
    }

    /** Whether all have answered and somebody comes. */
    boolean isAgreed(LocalDateTime now) {
        return state == State.PROPOSED && at().isAfter(now) && allAnswered() && !coming().isEmpty();
    }

    /** Why nobody goes there any more; empty as long as somebody may, or has gone: what happened isn't cancelled by itself. */
    String futile(LocalDateTime now) {
        boolean went = state == State.AGREED && !now.isBefore(at());
        if (isOver() || went) {
            return "";
        }
        if (present().isEmpty()) {
            return "需要踏勘的事项都已经作出决定或者办结。";
        }
        return coming().isEmpty() && allAnswered() ? "各部门都认为不需要踏勘。" : "";
    }

    /** Who asks for another hour has not agreed. */
    private boolean allAnswered() {
        return present().stream()
                .allMatch(
                        visitor -> visitor.answer() != null && visitor.answer().reply() != Reply.OTHER_HOUR);
    }

    /** Who owes it what now, by matter. */
    List<Owed> owed(LocalDateTime now) {
        return parts.stream()
                .filter(part -> !isOver() && (part.open() || isRecordable() || isForgotten(now)))
                .flatMap(part -> Stream.concat(owed(part, now).stream(), forgotten(part, now)))
                .toList();
    }

    /** Beside those who were there, who proposed it: nobody else ends what nobody went to. */
    private Stream<Owed> forgotten(Part part, LocalDateTime now) {
        return isForgotten(now)
                ? Stream.of(new Owed(part.item(), NextMove.Party.CONVENER, department, at(), at().toLocalDate()))
                : Stream.empty();
    }

    private Optional<Owed> owed(Part part, LocalDateTime now) {
        if (owesAnswer(part.department(), now)) {
            return Optional.of(
                    new Owed(part.item(), NextMove.Party.INVITED, part.department(), since, at().toLocalDate()));
        }
        if (!isRecordable() && owesFinding(part.department(), now)) {
            return Optional.of(new Owed(part.item(), NextMove.Party.INSPECTOR, part.department(), at(), null));
        }
        boolean stuck = state == State.PROPOSED
                && (!at().isAfter(now)
                        || present().stream()
                                .anyMatch(one ->
                                        one.answer() != null && one.answer().reply() == Reply.OTHER_HOUR));
        return stuck || isRecordable()
                ? Optional.of(new Owed(part.item(), NextMove.Party.CONVENER, department, stuck ? since : at(), null))
                : Optional.empty();
    }
}
