package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Procedure;
import city.onewindow.approval.Recommendation;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.kernel.Fault;
import city.onewindow.notice.DocumentKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of what the reader may do to a matter: one act, or the choice between the edges that lead on from here.
 *
 * @param act the only one; null if there is a choice among the fields
 * @param others acts that have a form of their own: what seldom happens shan't stand in the way of what does every day
 * @param asked for in the place of the usual one, to which it leads back
 * @param confirm what is asked before it is sent, with braces for the act that is chosen; empty if nothing
 */
public record ActForm(
        @Nullable Act act,
        List<Field> fields,
        List<Link> errors,
        String submit,
        String confirm,
        List<Link> others,
        boolean asked,
        String key) {

    private static final String REASONED =
            "act == 'DENY' or act == 'GIVE_BACK' or act == 'RETURN' or act == 'REEXAMINE' or act == 'REFUSE_EXTENSION'"
                    + " or act == 'CONFIRM' or act == 'ORDER_MENDING' or act == 'REVOKE'";

    private static final String EXAMINED = "act == 'EXAMINE'";
    private static final String REVOKED_BY = "行政许可法第六十九条";
    private static final String DECIDED_AGAINST = "act == 'DENY' or act == 'REVOKE'";

    private static final Set<Act> ANSWERS = Set.of(Act.EXTEND, Act.REFUSE_EXTENSION);
    /** Of what was granted on a declaration. */
    private static final Set<Act> CHECKS = Set.of(Act.CONFIRM, Act.ORDER_MENDING, Act.REVOKE);

    private static final Set<Act> SELDOM = Set.of(Act.SUSPEND, Act.ASK_EXTENSION, Act.TAKE_BACK);

    /**
     * @param doomed names of what ends with the matter if it is denied
     * @return null if the reader may walk no edge
     */
    static @Nullable ActForm of(
            List<Procedure.Edge> next,
            Matter matter,
            List<String> doomed,
            TypedAct typed,
            List<Fault> faults,
            LocalDateTime now) {
        List<Procedure.Edge> shown = shown(next, typed.act());
        if (shown.isEmpty()) {
            return null;
        }
        Act only = shown.size() == 1 ? shown.get(0).act() : null;
        boolean decides = only == null && !examines(shown);
        List<Field> fields = only == null
                ? decision(shown, matter, doomed, typed, faults)
                : single(only, matter, typed, faults, now);
        return new ActForm(
                only,
                fields,
                errors(faults),
                only != null ? "提交“" + only.term() + "”" : decides ? "提交决定" : "提交",
                decides ? "确定“{}”吗？" : "",
                others(next, shown),
                !shown.equals(shown(next, null)),
                TypedAct.text(typed.key()));
    }

    /** One of the acts that seldom happen, or the answer to a request, if it is wanted or nothing else is there. */
    private static List<Procedure.Edge> shown(List<Procedure.Edge> next, @Nullable Act wanted) {
        List<Procedure.Edge> seldom = next.stream()
                .filter(edge -> edge.act() == wanted && SELDOM.contains(edge.act()))
                .toList();
        if (!seldom.isEmpty()) {
            return seldom;
        }
        List<Procedure.Edge> answers = those(ANSWERS, next);
        List<Procedure.Edge> checks = those(CHECKS, next);
        List<Procedure.Edge> usual = next.stream()
                .filter(edge -> !SELDOM.contains(edge.act()) && !answers.contains(edge) && !checks.contains(edge))
                .toList();
        if (wanted != null && CHECKS.contains(wanted) || usual.isEmpty() && answers.isEmpty()) {
            return checks.isEmpty() ? those(SELDOM, next) : checks;
        }
        return usual.isEmpty() || wanted != null && ANSWERS.contains(wanted) ? answers : usual;
    }

    private static List<Procedure.Edge> those(Set<Act> acts, List<Procedure.Edge> next) {
        return next.stream().filter(edge -> acts.contains(edge.act())).toList();
    }

    private static List<Link> others(List<Procedure.Edge> next, List<Procedure.Edge> shown) {
        List<Link> others = new ArrayList<>();
        next.stream()
                .filter(edge -> !shown.contains(edge) && SELDOM.contains(edge.act()))
                .forEach(edge -> others.add(new Link(edge.act().term(), "?act=" + edge.act() + "#act")));
        boolean requested = next.stream().anyMatch(edge -> ANSWERS.contains(edge.act()));
        if (requested && !ANSWERS.contains(shown.get(0).act())) {
            others.add(new Link("答复延期申请", "?act=" + Act.EXTEND + "#act"));
        }
        if (!those(CHECKS, next).isEmpty() && !CHECKS.contains(shown.get(0).act())) {
            others.add(new Link("核查告知承诺", "?act=" + Act.CONFIRM + "#act"));
        }
        return others;
    }

    private static List<Field> single(Act act, Matter matter, TypedAct typed, List<Fault> faults, LocalDateTime now) {
        return switch (act) {
            case REVIEW ->
                proposal("审查", typed, faults).stream().map(Field::required).toList();
            case SUSPEND -> ClockForm.suspension(matter, typed, faults, now);
            case RESUME ->
                List.of(Field.area("result", "特别程序的结果")
                        .value(typed.result())
                        .required()
                        .hint("提前结束的，没有用完的天数重新计入办理期限。")
                        .error(error("result", faults)));
            case ASK_EXTENSION -> ClockForm.extension(matter, typed, faults);
            case TAKE_BACK ->
                List.of(Field.area("reason", "撤回承诺的理由")
                        .value(typed.reason())
                        .required()
                        .hint("申请人要求撤回的，写明何时、怎样提出；撤回以后按一般程序办理，承诺替代的材料要请申请人补交。")
                        .error(error("reason", faults)));
            case CONFIRM ->
                List.of(Field.area("reason", "核查情况")
                        .value(typed.reason())
                        .required()
                        .error(error("reason", faults)));
            case GRANT_DECLARED ->
                List.of(Field.area("opinion", "意见（可不填）")
                        .value(typed.opinion())
                        .hint("申请人已签署告知承诺书，凭承诺当场准予，出具准予决定书；准予后在期限内核查。")
                        .error(error("opinion", faults)));
            default ->
                List.of(CertificateField.of(
                        "certificateNumber",
                        "证照（文书）编号",
                        matter,
                        typed.certificateNumber(),
                        error("certificateNumber", faults)));
        };
    }

    private static List<Field> proposal(String what, TypedAct typed, List<Fault> faults) {
        Recommendation chosen = typed.recommendation();
        return List.of(
                Field.radio(
                                "recommendation",
                                what + "结论",
                                Arrays.stream(Recommendation.values())
                                        .map(value -> new Choice(value.name(), value.term()))
                                        .toList())
                        .value(chosen == null ? null : chosen.name())
                        .error(error("recommendation", faults)),
                Field.area("opinion", what + "意见").value(typed.opinion()).error(error("opinion", faults)));
    }

    private static List<Field> decision(
            List<Procedure.Edge> next, Matter matter, List<String> doomed, TypedAct typed, List<Fault> faults) {
        Act chosen = typed.act();
        List<Field> fields = new ArrayList<>();
        boolean examines = examines(next);
        fields.add(Field.radio(
                        "act",
                        examines ? "审核" : "决定",
                        next.stream()
                                .map(edge ->
                                        new Choice(edge.act().name(), edge.act().term(), gives(edge, doomed)))
                                .toList())
                .value(chosen == null ? null : chosen.name())
                .required()
                .error(error("act", faults)));
        if (examines) {
            proposal("审核", typed, faults).stream()
                    .map(field -> field.shownWhen(EXAMINED).requiredWhen(EXAMINED))
                    .forEach(fields::add);
        } else {
            fields.add(Field.area("opinion", "意见（可不填）")
                    .value(typed.opinion())
                    .shownWhen("act == 'GRANT' or act == 'GRANT_DECLARED' or act == 'EXTEND'")
                    .error(error("opinion", faults)));
        }
        repeated(next, matter)
                .ifPresent(act -> fields.add(Field.area("different", "与原决定不同的事实和理由")
                        .value(typed.different())
                        .hint("原决定已被撤销，不得以同一的事实和理由再作出相同的决定（行政复议法第六十四条第二款、行政诉讼法第七十一条）。")
                        .requiredWhen("act == '" + act + "'")
                        .shownWhen("act == '" + act + "'")
                        .error(error("different", faults))));
        boolean checks = CHECKS.contains(next.get(0).act());
        fields.add(Field.area("reason", checks ? "核查情况（理由）" : "理由")
                .value(typed.reason())
                .hint(
                        checks
                                ? "限期整改的，写明与承诺不符、要整改的内容；撤销的，写入撤销决定书，任何人核验证照时都能看到，请不要写个人信息。"
                                : examines ? "告诉审查人要重新审查什么。" : reasons(next))
                .requiredWhen(REASONED)
                .shownWhen(REASONED)
                .error(error("reason", faults)));
        if (examines) {
            return fields;
        }
        fields.add(Field.area("ground", "法律依据")
                .value(typed.ground() == null ? checks ? REVOKED_BY : matter.legalBasis() : typed.ground())
                .hint("法律名称和条款；写入决定书。")
                .requiredWhen(DECIDED_AGAINST)
                .shownWhen(DECIDED_AGAINST)
                .error(error("ground", faults)));
        if (checks) {
            fields.add(Field.area("heard", "申请人的陈述、申辩")
                    .value(typed.heard())
                    .hint("撤销前应当告知申请人并听取陈述、申辩；没有陈述、申辩的也请写明。")
                    .requiredWhen("act == 'REVOKE'")
                    .shownWhen("act == 'REVOKE'")
                    .error(error("heard", faults)));
        }
        return fields;
    }

    /** What becomes of the reason, of the acts that may be chosen here. */
    private static String reasons(List<Procedure.Edge> next) {
        Set<Act> acts = next.stream().map(Procedure.Edge::act).collect(Collectors.toSet());
        List<String> told = new ArrayList<>();
        if (acts.contains(Act.DENY)) {
            told.add("不予的，写入不予决定书");
        }
        if (acts.contains(Act.RETURN) || acts.contains(Act.REEXAMINE)) {
            told.add("退回的，告诉前一环节的人要重新看什么");
        }
        if (acts.contains(Act.REFUSE_EXTENSION)) {
            told.add("告诉申请延长的人为什么不批准");
        }
        return String.join("；", told) + "。";
    }

    /** The act that would decide as it was decided before a ruling set that aside. */
    private static Optional<Act> repeated(List<Procedure.Edge> next, Matter matter) {
        return next.stream()
                .map(Procedure.Edge::act)
                .filter(act -> act == Act.GRANT && matter.wouldRepeat(Outcome.GRANTED)
                        || act == Act.DENY && matter.wouldRepeat(Outcome.DENIED))
                .findFirst();
    }

    private static boolean examines(List<Procedure.Edge> edges) {
        return edges.stream().anyMatch(edge -> edge.act() == Act.EXAMINE);
    }

    private static String gives(Procedure.Edge edge, List<String> doomed) {
        DocumentKind kind = edge.gives();
        return (kind == null ? "" : "出具" + kind.title() + "；")
                + edge.ground()
                + (edge.act() != Act.DENY || doomed.isEmpty()
                        ? ""
                        : "；等它结果的「" + String.join("」、「", doomed) + "」一并终止办理");
    }

    /** All that is wrong, each leading to its field. */
    static List<Link> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Link(fault.message(), "#f-" + name(fault)))
                .toList();
    }

    /** What is wrong with a field; null if nothing. */
    static @Nullable String error(String field, List<Fault> faults) {
        String told = faults.stream()
                .filter(fault -> name(fault).equals(field))
                .map(Fault::message)
                .collect(Collectors.joining());
        return told.isEmpty() ? null : told;
    }

    private static String name(Fault fault) {
        return fault.pointer().substring(1);
    }
}
