package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * The approval's door for who does what: a department's matters lie in one pool, and whoever takes one out (领取) does it alone
 * until it moves on or is put back. Whoever stands in for somebody on leave takes over what that one holds.
 *
 * <p>All throw {@link Problem.NotFound} for a matter that isn't there or isn't the actor's department's,
 * {@link Problem.NotAllowed} for who may do nothing with any, {@link Problem.Conflict} if somebody else was quicker.
 */
@Service
public class Pool {

    private static final String TAKE = """
            with held as (
                update approval.matter
                set holder = :who, holder_name = :name
                where region = :region and number = :number and item = :item and department = :department
                  and step = any (:steps) and step <> 'TRANSFER' and (step <> 'EXAMINE' or reviewed_by is distinct from :who)
                  and (holder is null or holder in (:who, :from))
              and """ + WorkedThere.ALLOWED + """
                returning number, item
            )
            select audit.record(:region, :moment, :who, 'matter.take', number, item) from held
            """;

    private static final String PUT_BACK = """
            with held as (
                update approval.matter
                set holder = null, holder_name = null
                where region = :region and number = :number and item = :item and department = :department and holder = :who
                returning number, item
            )
            select audit.record(:region, :moment, :who, 'matter.put_back', number, item) from held
            """;

    private final JdbcClient jdbc;
    private final Matters matters;
    private final WorkedThere workedThere;
    private final Clock clock;
    private final Centre centre;

    Pool(JdbcClient jdbc, Matters matters, WorkedThere workedThere, Clock clock, Centre centre) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.workedThere = workedThere;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * The actor's own to do from now on.
     *
     * @param from account of who holds it, as the actor has seen; null if nobody
     */
    public void take(String number, String item, @Nullable String from, Actor actor) {
        String[] steps = Rights.steps(actor).stream().map(Step::name).toArray(String[]::new);
        boolean taken = statement(TAKE, number, item, actor)
                .param("name", actor.name())
                .param("steps", steps)
                .param("from", from, Types.VARCHAR)
                .param("anywhere", actor.isSystem())
                .query((row, index) -> true)
                .optional()
                .isPresent();
        if (!taken) {
            Matter matter = own(number, item, actor);
            if (!actor.isSystem() && workedThere.holds(matter)) {
                throw WorkedThere.told(matter);
            }
            throw held(matter, actor)
                    ? new Problem.Conflict(heldWords(matter) + "请刷新页面查看最新情况。")
                    : new Problem.Conflict(
                            "「" + matter.itemName() + "」现在处于“" + matter.step().term() + "”环节，您不能领取。请刷新页面查看最新情况。");
        }
    }

    /** Anybody's again; nothing happens if nobody holds it. */
    public void putBack(String number, String item, Actor actor) {
        Rights.steps(actor);
        boolean back = statement(PUT_BACK, number, item, actor)
                .query((row, index) -> true)
                .optional()
                .isPresent();
        Matter matter = own(number, item, actor);
        if (!back && held(matter, actor)) {
            throw new Problem.Conflict(heldWords(matter) + "只能由领取人放回。");
        }
    }

    private StatementSpec statement(String sql, String number, String item, Actor actor) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("department", actor.department())
                .param("who", actor.account())
                .param("moment", OffsetDateTime.now(clock));
    }

    private Matter own(String number, String item, Actor actor) {
        return matters.one(centre.region(), number, item)
                .filter(matter -> Rights.isOwn(matter, actor))
                .orElseThrow(Approval::unknown);
    }

    /** Whether somebody else holds it, and not one in whose place the actor acts; what a department's system reports has happened, whoever holds it here. */
    static boolean held(Matter matter, Actor actor) {
        Matter.Holder holder = matter.holder();
        return holder != null
                && !holder.account().equals(actor.account())
                && !holder.account().equals(actor.absent())
                && !actor.isSystem();
    }

    /**
     * Whether who holds a matter keeps others from an act: not from one that is no work of the step where it stands, whose people
     * could not take the matter over, nor the head who is asked for more time.
     */
    static boolean stops(Procedure.Edge edge) {
        // A request in time counts, whoever decides meanwhile.
        boolean late = edge.act() == Act.ASK_HEARING && edge.from() != edge.to();
        if (late || edge.roles().contains(Role.HEAD)) {
            return false;
        }
        boolean deciders = edge.act() == Act.GRANT_DECLARED || edge.act() == Act.TRANSFER;
        return deciders
                ? edge.from() == Step.DECIDE
                : !edge.act().isOfDeclaration() && !edge.act().isOfTransfer();
    }

    static String heldWords(Matter matter) {
        return "「" + matter.itemName() + "」已由"
                + Objects.requireNonNull(matter.holder()).name() + "领取办理。";
    }
}
