package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Procedure;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of what may be done about whose a matter is.
 *
 * @param act the only one; null if the reader has the choice
 */
public record TransferForm(@Nullable Act act, List<Field> fields, List<Link> errors, String submit, String key) {

    /** What has this form, and not the one of the matter's page. */
    static final Set<Act> ACTS = Set.of(Act.TRANSFER, Act.TAKE_ON, Act.DECLINE, Act.RECALL, Act.ASSIGN);

    private static final Set<Act> TO_A_DEPARTMENT = Set.of(Act.TRANSFER, Act.ASSIGN);
    private static final String DECLINED = "act == 'DECLINE'";

    /** What was typed; every part may be missing. */
    record Typed(
            @Nullable Act act,
            @Nullable String department,
            @Nullable String reason,
            @Nullable String key) {}

    /**
     * @param open the acts that the reader may do: one, the two answers, or the two that lead to another department
     * @param departments to choose from
     */
    static TransferForm of(List<Act> open, List<Choice> departments, Typed typed, String key, List<Fault> faults) {
        Act only = open.size() == 1 ? open.get(0) : null;
        // A manager who decides for a department may hand its matter over, or assign it.
        boolean toDepartment = open.stream().anyMatch(TO_A_DEPARTMENT::contains);
        List<Field> fields = new ArrayList<>();
        if (only == null) {
            Act chosen = typed.act();
            fields.add(Field.radio(
                            "act",
                            toDepartment ? "移送，还是指定办理" : "是否由本部门办理",
                            open.stream()
                                    .map(act -> new Choice(act.name(), act.term()))
                                    .toList())
                    .value(chosen == null ? null : chosen.name())
                    .required()
                    .error(ActForm.error("act", faults)));
        }
        if (toDepartment) {
            fields.add(Field.select("department", only == Act.ASSIGN ? "指定由哪个部门办理" : "移送给哪个部门", departments)
                    .value(typed.department())
                    .required()
                    .error(ActForm.error("department", faults)));
        }
        Field reason = Field.area("reason", "理由")
                .value(typed.reason())
                .hint(hint(only))
                .error(ActForm.error("reason", faults));
        boolean answers = only == null && !toDepartment;
        fields.add(answers ? reason.shownWhen(DECLINED).requiredWhen(DECLINED) : reason.required());
        return new TransferForm(
                only, fields, ActForm.errors(faults), only == null ? "提交" : "提交“" + only.term() + "”", key);
    }

    private static String hint(@Nullable Act only) {
        return only == Act.TRANSFER
                ? "写明为什么不由本部门决定、为什么由它决定。期限照常计算，申请人不因移送多等；对方接收之前可以收回。"
                : only == Act.ASSIGN ? "指定以后两个部门都不能再移送。" : "写入办理记录，对方部门看得到。";
    }

    /** Null unless the reader may do something of it. */
    static @Nullable Link link(List<Procedure.Edge> next, String number, String item) {
        List<Act> open = open(next);
        return open.isEmpty() ? null : new Link(title(open), "/matters/" + number + "/" + item + "/transfer");
    }

    static List<Act> open(List<Procedure.Edge> next) {
        return next.stream().map(Procedure.Edge::act).filter(ACTS::contains).toList();
    }

    static String title(List<Act> open) {
        return switch (open.get(0)) {
            case TRANSFER -> "移送其他部门";
            case ASSIGN -> "指定办理部门";
            case RECALL -> "收回移送";
            default -> "接收或者退回移送";
        };
    }
}
