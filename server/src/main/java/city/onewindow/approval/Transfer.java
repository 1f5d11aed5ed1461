package city.onewindow.approval;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 移送: a matter handed over from one department to another.
 *
 * @param item code
 * @param seq its place among the matter's, from 1
 * @param from code of the department that handed it over, or had it when the centre assigned it
 * @param to code of the receiving department
 * @param by how the person is called who did it
 * @param answer null while the receiving department hasn't said whether it takes the matter on
 */
public record Transfer(
        String item,
        int seq,
        String from,
        String to,
        String reason,
        String by,
        LocalDateTime at,
        @Nullable Answer answer) {

    /**
     * What became of it.
     *
     * @param ending {@link Act#TAKE_ON}, {@link Act#DECLINE}, {@link Act#RECALL}, {@link Act#ASSIGN}, which asks nobody, or
     *     {@link Act#WITHDRAW} or {@link Act#LAPSE}, which end the matter before it was answered
     * @param by how the person is called
     */
    public record Answer(Act ending, String reason, String by, LocalDateTime at) {}

    boolean endedBy(Act ending) {
        return answer != null && answer.ending() == ending;
    }

    /** Whether that department said that the matter isn't its own. */
    boolean declinedBy(String department) {
        return endedBy(Act.DECLINE) && to.equals(department);
    }

    boolean concerns(String department) {
        return from.equals(department) || to.equals(department);
    }

    /** Whether the centre has said whose the matter is: then it stays there. */
    static boolean assigned(List<Transfer> ofMatter) {
        return ofMatter.stream().anyMatch(one -> one.endedBy(Act.ASSIGN));
    }
}
