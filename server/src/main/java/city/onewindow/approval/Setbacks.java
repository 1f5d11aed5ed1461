package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for results of an earlier stage that hold no longer (前阶段结果变动): whoever decides in a later stage, or leads it,
 * is told and says what he does. Nothing ends by itself.
 */
@Service
@Transactional
public class Setbacks {

    /** More than that nobody reads at once. */
    private static final int LISTED = 200;

    private final SetbackTable table;
    private final Cases cases;

    Setbacks(SetbackTable table, Cases cases) {
        this.table = table;
        this.cases = cases;
    }

    /** Whether the actor speaks for his department here: decides, reviews, or leads cases. */
    public static boolean mayAnswer(Setback told, Actor actor) {
        return told.answer() == null && told.department().equals(actor.department()) && speaks(actor);
    }

    private static boolean speaks(Actor actor) {
        return Rights.mayAdvise(actor) || actor.has(Role.LEAD_DEPARTMENT);
    }

    /** What the actor's department has yet to answer, the oldest first. */
    @Transactional(readOnly = true)
    public List<Setback> open(Actor actor) {
        return table.open(actor.department(), LISTED);
    }

    /** How many there are, up to {@link Inbox#COUNTED}; none for who doesn't answer. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return speaks(actor) ? table.count(actor.department(), Inbox.COUNTED) : 0;
    }

    /**
     * All of a case, answered or not, oldest first; of most cases there are none.
     *
     * @throws Problem.NotFound for who may not see the case
     */
    @Transactional(readOnly = true)
    public List<Setback> ofCase(String number, Actor actor) {
        List<Setback> all = table.ofCase(number);
        if (!all.isEmpty()) {
            cases.mustSee(number, actor);
        }
        return all;
    }

    /**
     * Says what the department does about it. The same again by the same person is that answer.
     *
     * @throws Problem.NotFound for every other department
     * @throws Problem.Conflict if a colleague has answered before
     */
    public Setback answer(String number, long id, String text, Actor actor) {
        Setback told = mine(number, id, actor);
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/answer", "如何处理", text, Said.LONGEST);
        Problem.InvalidInput.refuse(faults);
        boolean answered = table.answer(told, text.strip(), actor);
        Setback now = mine(number, id, actor);
        Setback.Answer answer = now.answer();
        boolean repeated = answer != null
                && answer.by().equals(actor.account())
                && answer.text().equals(text.strip());
        if (!answered && !repeated) {
            throw new Problem.Conflict((answer == null ? "同事" : answer.byName()) + "已经写明如何处理，不能再改。请刷新页面查看。");
        }
        return now;
    }

    private Setback mine(String number, long id, Actor actor) {
        return table.one(number, id)
                .filter(one -> speaks(actor) && one.department().equals(actor.department()))
                .orElseThrow(() -> new Problem.NotFound("没有找到这件前阶段结果变动，或者它不用您的部门处理。"));
    }
}
