package city.onewindow.approval.web;

import city.onewindow.approval.MissingItem;
import city.onewindow.approval.ProjectView;
import city.onewindow.approval.ProjectView.StageView;
import city.onewindow.approval.ProjectView.StagedCaseView;
import city.onewindow.frame.Tone;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A project's page.
 *
 * @param next what comes next, in a sentence
 * @param form null unless the reader wants to allow something, or to take something back, and may
 */
public record ProjectPageView(
        String code,
        String next,
        List<StageLine> stages,
        @Nullable AllowanceForm form) {

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

    static ProjectPageView of(ProjectView project, @Nullable AllowanceForm form, UnaryOperator<String> department) {
        StageView next = next(project.stages());
        return new ProjectPageView(
                project.code(),
                words(next),
                project.stages().stream()
                        .map(stage -> line(stage, stage.equals(next), project.code(), department))
                        .toList(),
                form);
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
                stage.allowances().stream()
                        .map(one -> AllowanceLine.of(
                                one,
                                stage.mayTakeBack().contains(one.id())
                                        ? "/projects/" + code + "?takeBack=" + one.id() + "#allow"
                                        : ""))
                        .toList(),
                AllowanceForm.mayAllow(stage) ? "/projects/" + code + "?stage=" + stage.code() + "#allow" : "");
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
}
