package city.onewindow.approval.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.intake.RulingPaper;
import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every form asks in which a ruling (复议、诉讼结果) is written down. */
final class RulingFields {

    private RulingFields() {}

    /**
     * @param kinds what may be ruled
     * @param kind of these; null if none was chosen yet
     */
    static List<Field> of(RulingPaper typed, List<Choice> kinds, @Nullable Enum<?> kind, List<Fault> faults) {
        RulingOrgan organ = typed.organ();
        return List.of(
                Field.radio(
                                "organ",
                                "由谁作出",
                                Arrays.stream(RulingOrgan.values())
                                        .map(one -> new Choice(one.name(), one.term()))
                                        .toList())
                        .value(organ == null ? null : organ.name())
                        .required()
                        .error(ActForm.error("organ", faults)),
                Field.text("organName", "机关名称")
                        .value(typed.organName())
                        .required()
                        .error(ActForm.error("organName", faults)),
                Field.text("document", "裁决文书的文号（案号）")
                        .value(typed.document())
                        .required()
                        .hint("任何人核验原来的文书时都能看到机关名称和文号。")
                        .error(ActForm.error("document", faults)),
                Field.date("dated", "文书日期").value(day(typed.dated())).required().error(ActForm.error("dated", faults)),
                Field.date("reachedOn", "收到日期")
                        .value(day(typed.reachedOn()))
                        .required()
                        .hint("期限从这一天起算。")
                        .error(ActForm.error("reachedOn", faults)),
                Field.radio("kind", "裁决结果", kinds)
                        .value(kind == null ? null : kind.name())
                        .required()
                        .error(ActForm.error("kind", faults)),
                Field.area("rules", "裁决内容（主文）")
                        .value(typed.rules())
                        .required()
                        .hint("只作登记的除外，写入告知书。")
                        .error(ActForm.error("rules", faults)),
                Field.area("remedy", "补救措施（没有的不填）").value(typed.remedy()).error(ActForm.error("remedy", faults)));
    }

    private static @Nullable String day(@Nullable LocalDate typed) {
        return typed == null ? null : typed.toString();
    }
}
