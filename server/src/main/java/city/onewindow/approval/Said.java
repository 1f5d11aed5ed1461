package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says with an act.
 *
 * @param opinion or the reason; empty if nothing
 * @param ground law and article; empty if none
 * @param recommendation with a review only
 * @param certificate the number of the certificate made; null otherwise
 * @param different whether it says what is different from an earlier decision that was set aside
 */
record Said(
        String opinion,
        String ground,
        @Nullable Recommendation recommendation,
        @Nullable String certificate,
        boolean different) {

    Said(String opinion, String ground, @Nullable Recommendation recommendation, @Nullable String certificate) {
        this(opinion, ground, recommendation, certificate, false);
    }

    /** Of whatever is said about a matter. */
    static final int LONGEST = 2000;

    /** @throws Problem.InvalidInput without an opinion or a recommendation */
    static Said review(@Nullable Recommendation recommendation, String opinion) {
        return proposal("审查", recommendation, opinion);
    }

    /** @throws Problem.InvalidInput without an opinion or a recommendation */
    static Said examination(@Nullable Recommendation recommendation, String opinion) {
        return proposal("审核", recommendation, opinion);
    }

    private static Said proposal(String what, @Nullable Recommendation recommendation, String opinion) {
        List<Fault> faults = new ArrayList<>();
        if (recommendation == null) {
            faults.add(new Fault("/recommendation", "请选择" + what + "结论：建议准予或建议不予。"));
        }
        TextFaults.demand(faults, "/opinion", what + "意见", opinion, LONGEST);
        return new Said(opinion.strip(), "", recommendation, null).orRefuse(faults);
    }

    static Said reason(String reason) {
        return reason(reason, new ArrayList<>());
    }

    /** Why the whole case ends; the ground is the act's own. */
    static Said ending(Act act, String reason) {
        String ground = Procedure.edge(Step.REVIEW, act).orElseThrow().ground();
        return new Said(reason(reason).opinion(), ground, null, null);
    }

    /**
     * A grant is taken back with its reason and ground, after the applicant was heard.
     *
     * @param heard what the applicant said to it, or that nothing was said
     */
    static Said revocation(String reason, String ground, String heard) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/reason", "撤销的理由", reason, LONGEST);
        TextFaults.demand(faults, "/ground", "法律依据（法律名称和条款）", ground, LONGEST);
        TextFaults.demand(faults, "/heard", "申请人的陈述、申辩（没有陈述、申辩的也请写明）", heard, LONGEST);
        return new Said(reason.strip(), ground.strip(), null, null).orRefuse(faults);
    }

    static Said opinion(String opinion) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.limit(faults, "/opinion", "意见", opinion, LONGEST);
        return new Said(opinion.strip(), "", null, null).orRefuse(faults);
    }

    /** A denial states its reason and its ground (行政许可法 第三十八条第二款). */
    static Said denial(String reason, String ground) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/reason", "不予的理由", reason, LONGEST);
        TextFaults.demand(faults, "/ground", "法律依据（法律名称和条款）", ground, LONGEST);
        return new Said(reason.strip(), ground.strip(), null, null).orRefuse(faults);
    }

    /** The same of what is decided like before a ruling set that aside: another fact or reason is needed (行政诉讼法 第七十一条). */
    Said differing(String difference) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.limit(faults, "/different", "与原决定不同的事实和理由", difference, LONGEST);
        Problem.InvalidInput.refuse(faults);
        if (difference.isBlank()) {
            return this;
        }
        String both = (opinion.isEmpty() ? "" : opinion + "\n") + "与被撤销的原决定不同的事实和理由：" + difference.strip();
        return new Said(both, ground, recommendation, certificate, true);
    }

    static Said certificate(String number) {
        return new Said("", "", null, number);
    }

    /** @throws Problem.InvalidInput with these and whatever else is wrong */
    static Said reason(String reason, List<Fault> faults) {
        TextFaults.demand(faults, "/reason", "理由", reason, LONGEST);
        return new Said(reason.strip(), "", null, null).orRefuse(faults);
    }

    /** What came out of a special procedure. */
    static Said result(String result) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/result", "结果", result, LONGEST);
        return new Said(result.strip(), "", null, null).orRefuse(faults);
    }

    /**
     * What is said with paper, as it is kept.
     *
     * @throws Problem.InvalidInput if it is blank or too long
     */
    static String words(String pointer, String what, @Nullable String text) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, pointer, what, text, LONGEST);
        Problem.InvalidInput.refuse(faults);
        return String.valueOf(text).strip();
    }

    private Said orRefuse(List<Fault> faults) {
        Problem.InvalidInput.refuse(faults);
        return this;
    }
}
