package city.onewindow.approval.web;

import static city.onewindow.approval.web.ActForm.error;

import city.onewindow.approval.Act;
import city.onewindow.approval.Withdrawable;
import city.onewindow.catalog.JointHandling;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.kernel.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form on a case's page that lengthens it, and the one that withdraws it.
 *
 * @param act into which of them it was typed; null if into none
 * @param faults what was wrong with it
 */
record CaseForm(@Nullable Act act, Typed typed, List<Fault> faults) {

    /**
     * What was typed; every part may be missing.
     *
     * @param key made with the page, so that a form sent twice acts once
     */
    record Typed(
            @Nullable List<String> items,
            @Nullable String days,
            @Nullable String approvedBy,
            @Nullable String reason,
            @Nullable String key) {

        private static Typed nothing(String key) {
            return new Typed(null, null, null, null, key);
        }

        /** Codes of the items that are withdrawn. */
        List<String> chosen() {
            return items == null ? List.of() : items;
        }

        /** @return null if it isn't a whole number of few digits */
        @Nullable
        Integer wholeDays() {
            return TypedAct.whole(days);
        }
    }

    static CaseForm blank() {
        return new CaseForm(null, Typed.nothing(UUID.randomUUID().toString()), List.of());
    }

    String key() {
        return TypedAct.text(typed.key());
    }

    /** As far as it is of this act. */
    private CaseForm of(Act asked) {
        return act == asked ? this : new CaseForm(null, Typed.nothing(key()), List.of());
    }

    List<Field> extension() {
        CaseForm form = of(Act.EXTEND);
        return List.of(
                Field.number("days", "延长几个工作日")
                        .value(form.typed.days)
                        .required()
                        .least("1")
                        .most(String.valueOf(JointHandling.LONGEST_EXTENSION))
                        .hint("一次，最多 " + JointHandling.LONGEST_EXTENSION + " 个（行政许可法第四十二条第二款）。")
                        .error(error("days", form.faults)),
                Field.text("approvedBy", "批准的政府负责人和批准文件")
                        .value(form.typed.approvedBy)
                        .required()
                        .error(error("approvedBy", form.faults)),
                Field.area("reason", "延长的理由")
                        .id("f-extend-reason")
                        .value(form.typed.reason)
                        .required()
                        .hint("写进给申请人的告知书。")
                        .error(error("reason", form.faults)));
    }

    /** None is ticked at first but the only one there is, for what is withdrawn doesn't come back; empty if nothing can be withdrawn. */
    List<Field> withdrawal(List<Withdrawable> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        CaseForm form = of(Act.WITHDRAW);
        List<Choice> choices = open.stream()
                .map(one -> new Choice(
                        one.item(),
                        one.itemName(),
                        one.together().isEmpty() ? "" : "等它结果的「" + String.join("」、「", one.together()) + "」一并撤回"))
                .toList();
        List<String> ticked =
                form.act == null && open.size() == 1 ? List.of(open.get(0).item()) : form.typed.chosen();
        return List.of(
                Field.checkboxes("items", "撤回哪些事项", choices)
                        .value(String.join("|", ticked))
                        .required()
                        .hint("没有选的事项照常办理，已作出的决定不受影响。")
                        .error(error("items", form.faults)),
                Field.area("reason", "撤回的原因")
                        .id("f-withdraw-reason")
                        .value(form.typed.reason)
                        .required()
                        .error(error("reason", form.faults)));
    }
}
