package city.onewindow.connection;

import city.onewindow.approval.Recommendation;
import city.onewindow.approval.SpecialProcedure;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department's system says of a matter. Which parts there must be depends on the kind; {@link MessageCheck} says.
 *
 * @param at when it happened there
 * @param follows id of the message of the same account that must be applied first; null if none
 * @param step STEP: what the system calls it
 * @param recommendation STEP: with the opinion, the review
 * @param opinion STEP, RESULT
 * @param special SUSPENDED: which special procedure
 * @param reason SUSPENDED; RESULT: why it is denied
 * @param body SUSPENDED: who carries it out
 * @param staff SUSPENDED: who were sent to do it, two or more, where the item is checked by technical standards
 * @param expectedEnd SUSPENDED: the last day, as the applicant is told
 * @param result RESUMED: what came out
 * @param outcome RESULT
 * @param ground RESULT: law and article of a denial
 * @param different RESULT: after a ruling, which fact or reason is different though the outcome is the same
 * @param certificateNumber RESULT: as the department numbers a certificate; empty for any other paper, which the centre numbers
 * @param files RESULT: what the department made
 */
public record Message(
        @Nullable MessageKind kind,
        @Nullable String number,
        @Nullable String item,
        @Nullable OffsetDateTime at,
        @Nullable String follows,
        @Nullable String step,
        @Nullable Recommendation recommendation,
        @Nullable String opinion,
        SpecialProcedure.@Nullable Kind special,
        @Nullable String reason,
        @Nullable String body,
        @Nullable String staff,
        @Nullable LocalDate expectedEnd,
        @Nullable String result,
        @Nullable Recommendation outcome,
        @Nullable String ground,
        @Nullable String different,
        @Nullable String certificateNumber,
        @Nullable List<ResultFile> files) {

    /** @param content base64 */
    public record ResultFile(
            @Nullable String name, @Nullable String content) {}
}
