package city.onewindow.approval.web;

import city.onewindow.approval.Allowance;
import city.onewindow.approval.AskedAllowance;
import city.onewindow.approval.ProjectView;
import city.onewindow.approval.ProjectView.StageView;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.kernel.Fault;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form beside a project's stages: something is allowed, or was and is taken back.
 *
 * @param stage code of the one-thing that shall be let in; null if something is taken back
 */
public record AllowanceForm(
        String title,
        String text,
        String action,
        @Nullable String stage,
        List<Field> fields,
        List<Link> errors,
        String submit,
        String key) {

    /** @return null if the reader may not allow that, or nothing is missing */
    static @Nullable AllowanceForm allowing(ProjectView project, AskedAllowance asked, String key, List<Fault> faults) {
        return project.stages().stream()
                .filter(stage -> stage.code().equals(asked.stage()) && mayAllow(stage))
                .findFirst()
                .map(stage -> allowing(project, stage, asked, key, faults))
                .orElse(null);
    }

    /** @return null if the reader may not take that back */
    static @Nullable AllowanceForm takingBack(
            ProjectView project, long id, String reason, String key, List<Fault> faults) {
        return project.stages().stream()
                .filter(stage -> stage.mayTakeBack().contains(id))
                .flatMap(stage -> stage.allowances().stream())
                .filter(allowance -> allowance.id() == id)
                .findFirst()
                .map(allowance -> takingBack(project, allowance, reason, key, faults))
                .orElse(null);
    }

    static boolean mayAllow(StageView stage) {
        return stage.mayAllow() && !stage.missing().isEmpty();
    }

    private static AllowanceForm takingBack(
            ProjectView project, Allowance allowance, String reason, String key, List<Fault> faults) {
        String kind = allowance.kind().term();
        return new AllowanceForm(
                "收回" + kind,
                "收回「" + allowance.itemName() + "」的" + kind + "以后，受理前又须准予。收回的记录仍然保留。",
                "/projects/" + project.code() + "/allowances/" + allowance.id() + "/take-back",
                null,
                List.of(Field.area("reason", "收回的理由").value(reason).required().error(ActForm.error("reason", faults))),
                ActForm.errors(faults),
                "收回" + kind,
                key);
    }

    private static AllowanceForm allowing(
            ProjectView project, StageView stage, AskedAllowance asked, String key, List<Fault> faults) {
        List<Choice> missing = stage.missing().stream()
                .map(one -> new Choice(one.item(), one.itemName(), one.departmentName()))
                .toList();
        List<Choice> kinds = Arrays.stream(Allowance.Kind.values())
                .map(kind -> new Choice(kind.name(), kind.term(), hint(kind)))
                .toList();
        return new AllowanceForm(
                "先行启动或免办",
                "准许本项目的「" + stage.stage().oneThing() + "」在下列事项没有准予时受理。只对本项目有效；据此受理以前可以收回。",
                "/projects/" + project.code() + "/allowances",
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
                ActForm.errors(faults),
                "准许受理",
                key);
    }

    private static String hint(Allowance.Kind kind) {
        return switch (kind) {
            case PARTIAL_START -> "本阶段先受理，下一阶段受理前仍要准予。";
            case WAIVER -> "本项目不再要求。";
        };
    }
}
