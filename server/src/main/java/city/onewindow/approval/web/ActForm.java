package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Procedure;
import city.onewindow.approval.Recommendation;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.kernel.Fault;
import city.onewindow.notice.DocumentKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of what the reader may do to a matter: one act, or the choice between the edges that lead on from here.
 *
 * @param act the only one; null if there is a choice among the fields
 * @param confirm what is asked before it is sent; empty if nothing
 */
public record ActForm(
        @Nullable Act act, List<Field> fields, List<Link> errors, String submit, String confirm, String key) {

    /** @return null if the reader may walk no edge */
    static @Nullable ActForm of(List<Procedure.Edge> next, Matter matter, TypedAct typed, List<Fault> faults) {
        if (next.isEmpty()) {
            return null;
        }
        Act only = next.size() == 1 ? next.get(0).act() : null;
        List<Field> fields = only == null ? decision(next, matter, typed, faults) : single(only, matter, typed, faults);
        return new ActForm(
                only,
                fields,
                faults.stream()
                        .map(fault -> new Link(fault.message(), "#f-" + name(fault)))
                        .toList(),
                only == null ? "提交决定" : "提交“" + only.term() + "”",
                only == null ? "确定提交决定吗？" : "",
                TypedAct.text(typed.key()));
    }

    private static List<Field> single(Act act, Matter matter, TypedAct typed, List<Fault> faults) {
        if (act == Act.REVIEW) {
            Recommendation chosen = typed.recommendation();
            return List.of(
                    Field.radio(
                                    "recommendation",
                                    "审查结论",
                                    Arrays.stream(Recommendation.values())
                                            .map(value -> new Choice(value.name(), value.term()))
                                            .toList())
                            .value(chosen == null ? null : chosen.name())
                            .required()
                            .error(error("recommendation", faults)),
                    Field.area("opinion", "审查意见")
                            .value(typed.opinion())
                            .required()
                            .error(error("opinion", faults)));
        }
        return List.of(Field.text("certificateNumber", "证照（文书）编号")
                .value(typed.certificateNumber())
                .hint("留空则编为 %s-%02d".formatted(matter.number(), matter.seq()))
                .autocomplete("off")
                .error(error("certificateNumber", faults)));
    }

    private static List<Field> decision(List<Procedure.Edge> next, Matter matter, TypedAct typed, List<Fault> faults) {
        Act chosen = typed.act();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.radio(
                        "act",
                        "决定",
                        next.stream()
                                .map(edge ->
                                        new Choice(edge.act().name(), edge.act().term(), gives(edge)))
                                .toList())
                .value(chosen == null ? null : chosen.name())
                .required()
                .error(error("act", faults)));
        fields.add(Field.area("opinion", "意见（可不填）")
                .value(typed.opinion())
                .shownWhen("act == 'GRANT'")
                .error(error("opinion", faults)));
        fields.add(Field.area("reason", "理由")
                .value(typed.reason())
                .hint("不予的，写入不予决定书；退回的，告诉审查人要重新审查什么。")
                .requiredWhen("act == 'DENY' or act == 'RETURN'")
                .shownWhen("act == 'DENY' or act == 'RETURN'")
                .error(error("reason", faults)));
        fields.add(Field.area("ground", "法律依据")
                .value(typed.ground() == null ? matter.legalBasis() : typed.ground())
                .hint("法律名称和条款；写入不予决定书。")
                .requiredWhen("act == 'DENY'")
                .shownWhen("act == 'DENY'")
                .error(error("ground", faults)));
        return fields;
    }

    private static String gives(Procedure.Edge edge) {
        DocumentKind kind = edge.gives();
        return (kind == null ? "" : "出具" + kind.title() + "；") + edge.ground();
    }

    private static @Nullable String error(String field, List<Fault> faults) {
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
