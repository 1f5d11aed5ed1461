package city.onewindow.approval.web;

import city.onewindow.approval.Allowance;
import city.onewindow.approval.AskedAllowance;
import city.onewindow.approval.MissingItem;
import city.onewindow.approval.ProjectView;
import city.onewindow.approval.ProjectView.StageView;
import city.onewindow.approval.ProjectView.StagedCaseView;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A project's page.
 *
 * @param next what comes next, in a sentence
 * @param form null unless the reader wants to allow something and may
 */
public record ProjectPageView(
        String code,
        String next,
        List<StageLine> stages,
        @Nullable Form form) {

    /**
     * @param isNext whether it is the first after all that have begun
     * @param missing what must still be granted, in sentences
     * @param href of the form of an allowance; empty if the reader may give none
     */
    public record StageLine(
            String title,
            Tone tone,
            String status,
            boolean begun,
            boolean isNext,
            List<CaseLine> cases,
            List<String> missing,
            List<AllowanceLine> allowances,
            String href) {}

    /** @param href empty if the reader may not see the case itself */
    public record CaseLine(String number, String title, String href, List<MatterLine> matters) {}

    public record MatterLine(String itemName, String department, Tone tone, String status) {}

    public record Form(String title, String stage, List<Field> fields, List<Link> errors, String key) {}

    static ProjectPageView of(
            ProjectView project,
            AskedAllowance asked,
            String key,
            List<Fault> faults,
            UnaryOperator<String> department) {
        StageView next = next(project.stages());
        return new ProjectPageView(
                project.code(),
                words(next),
                project.stages().stream()
                        .map(stage -> line(stage, stage.equals(next), project.code(), department))
                        .toList(),
                project.stages().stream()
                        .filter(stage -> stage.code().equals(asked.stage()) && mayAllow(stage))
                        .findFirst()
                        .map(stage -> form(stage, asked, key, faults))
                        .orElse(null));
    }

    private static boolean mayAllow(StageView stage) {
        return stage.mayAllow() && !stage.missing().isEmpty();
    }

    /** The first stage after all that have begun; null if there is none. */
    private static @Nullable StageView next(List<StageView> stages) {
        StageView next = null;
        for (int i = stages.size() - 1; i >= 0 && !stages.get(i).isBegun(); i--) {
            next = stages.get(i);
        }
        return next;
    }

    private static String words(@Nullable StageView next) {
        if (next == null) {
            return "各阶段都已受理。";
        }
        String name = "「" + next.stage().oneThing() + "」";
        return next.missing().isEmpty()
                ? name + "可以受理。"
                : name + "受理前，前面阶段还有 " + next.missing().size() + " 项须准予。";
    }

    private static StageLine line(StageView stage, boolean isNext, String code, UnaryOperator<String> department) {
        return new StageLine(
                "第 " + stage.stage().seq() + " 阶段　" + stage.stage().oneThing(),
                tone(stage),
                status(stage),
                stage.isBegun(),
                isNext,
                stage.cases().stream().map(one -> line(one, department)).toList(),
                stage.missing().stream().map(MissingItem::words).toList(),
                stage.allowances().stream().map(AllowanceLine::of).toList(),
                mayAllow(stage) ? "/projects/" + code + "?stage=" + stage.code() + "#allow" : "");
    }

    private static CaseLine line(StagedCaseView one, UnaryOperator<String> department) {
        return new CaseLine(
                one.number(),
                one.title(),
                one.mayOpen() ? "/cases/" + one.number() : "",
                one.matters().stream()
                        .map(matter -> new MatterLine(
                                matter.itemName(),
                                department.apply(matter.department()),
                                Words.tone(matter.step(), matter.outcome()),
                                Words.status(matter.step(), matter.outcome())))
                        .toList());
    }

    private static Tone tone(StageView stage) {
        if (!stage.isBegun()) {
            return stage.missing().isEmpty() ? Tone.INFO : Tone.PAUSED;
        }
        return stage.cases().stream().allMatch(StagedCaseView::closed) ? Tone.GOOD : Tone.INFO;
    }

    private static String status(StageView stage) {
        if (!stage.isBegun()) {
            return stage.missing().isEmpty() ? "可以受理" : "还不能受理";
        }
        return stage.cases().stream().allMatch(StagedCaseView::closed) ? "已办结" : "办理中";
    }

    private static Form form(StageView stage, AskedAllowance asked, String key, List<Fault> faults) {
        List<Choice> missing = stage.missing().stream()
                .map(one -> new Choice(one.item(), one.itemName(), one.departmentName()))
                .toList();
        List<Choice> kinds = Arrays.stream(Allowance.Kind.values())
                .map(kind -> new Choice(kind.name(), kind.term(), hint(kind)))
                .toList();
        return new Form(
                stage.stage().oneThing(),
                stage.code(),
                List.of(
                        Field.checkboxes("items", "没有准予、但准许受理的事项", missing)
                                .value(String.join("|", asked.items()))
                                .required()
                                .error(ActForm.error("items", faults)),
                        Field.radio("kind", "怎么准许", kinds)
                                .value(
                                        asked.kind() == null
                                                ? null
                                                : asked.kind().name())
                                .required()
                                .error(ActForm.error("kind", faults)),
                        Field.area("reason", "理由")
                                .value(asked.reason())
                                .required()
                                .error(ActForm.error("reason", faults)),
                        Field.text("ground", "依据（法律条款、文件或记录）")
                                .value(asked.ground())
                                .required()
                                .hint("例如文号、会议纪要，或者系统启用前已经取得的证照编号。")
                                .error(ActForm.error("ground", faults))),
                faults.stream()
                        .map(fault -> new Link(
                                fault.message(), "#f-" + fault.pointer().substring(1)))
                        .toList(),
                key);
    }

    private static String hint(Allowance.Kind kind) {
        return switch (kind) {
            case PARTIAL_START -> "本阶段先受理，下一阶段受理前仍要准予。";
            case WAIVER -> "本项目不再要求。";
        };
    }
}
