package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What an account did under a key before: the same submission again is answered as the first time, another one refused. */
@Repository
class SubmissionKeys {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cipher cipher;
    private final Centre centre;

    SubmissionKeys(JdbcClient jdbc, JsonMapper json, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
        this.centre = centre;
    }

    /** Tells two submissions apart; keyed, for it is made of personal data. */
    String digest(NewApplication begun) {
        // In an order that is the same in every instance.
        Map<String, String> answers = new TreeMap<>(begun.choice().answers());
        return cipher.fingerprint(json.writeValueAsString(List.of(
                String.valueOf(begun.choice().oneThing()), begun.choice().items(), answers, begun.applicant())));
    }

    /**
     * The number of the application that was begun under the key.
     *
     * @throws Problem.Conflict if another submission was
     */
    Optional<String> begun(String who, IdempotencyKey key, NewApplication begun) {
        record Before(String number, @Nullable String submission) {}
        Optional<Before> before = jdbc.sql("""
                        select number, submission from intake.application
                        where region = :region and created_by = :who and idempotency_key = :key
                        """)
                .param("region", centre.region())
                .param("who", who)
                .param("key", key.value())
                .query((row, line) -> new Before(row.getString("number"), row.getString("submission")))
                .optional();
        before.filter(other -> other.submission() != null && !other.submission().equals(digest(begun)))
                .ifPresent(other -> {
                    throw used(other.number());
                });
        return before.map(Before::number);
    }

    /**
     * The document that an act gave under the key.
     *
     * @param key null: nothing was done under it
     * @throws Problem.Conflict if something else was done under it
     */
    Optional<String> given(String who, @Nullable IdempotencyKey key, String number, IntakeAct act) {
        return before(who, key, number, act).map(Act::document);
    }

    /**
     * Whether an act that gives no document was done under the key.
     *
     * @throws Problem.Conflict if something else was done under it
     */
    boolean done(String who, @Nullable IdempotencyKey key, String number, IntakeAct act) {
        return before(who, key, number, act).isPresent();
    }

    private record Act(String number, String act, @Nullable String document) {}

    private Optional<Act> before(String who, @Nullable IdempotencyKey key, String number, IntakeAct act) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<Act> before = jdbc.sql("""
                        select number, act, document from intake.history
                        where region = :region and who = :who and idempotency_key = :key
                        """)
                .param("region", centre.region())
                .param("who", who)
                .param("key", key.value())
                .query((row, line) -> new Act(row.getString("number"), row.getString("act"), row.getString("document")))
                .optional();
        before.filter(other -> !other.number().equals(number) || !other.act().equals(act.name()))
                .ifPresent(other -> {
                    throw used(other.number());
                });
        return before;
    }

    private static Problem.Conflict used(String number) {
        return IdempotencyKey.used("申请 " + number + " 的另一次提交");
    }
}
