package city.onewindow.intake.web;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Stage;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Gap;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.Outlook;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import java.util.List;
import java.util.Map;

/**
 * What is still missing, and the decisions open to the clerk with what each would bring.
 *
 * @param mayReceive whether a receipt may be given: of what came in online one was
 * @param mayRefuse whether it may be refused: not again after a ruling opened it
 * @param mayWithdraw whether the applicant's wish is written down here, and not by himself online
 * @param gaps everything that stands between the application and its acceptance
 * @param keptOut what it can't be accepted for although nothing is missing, sentence by sentence
 * @param project code of the project whose earlier stages keep it out; empty if none does
 * @param mayCorrect whether what was handed in may be corrected on the spot
 * @param unrecorded how many corrections the applicant hasn't been given the record of, to sign
 * @param demands of these what the applicant has to mend
 * @param late what the notice left out: not demanded any more, left to the departments to verify
 * @param deferred what is accepted against a promise, if anything is
 * @param declared names of the items to be done on a declaration that has to be signed first
 * @param promisedDue when the errand will be done if accepted now
 * @param signer who would usually sign the promise
 * @param opened id of the dialog to show at once; empty if none
 * @param typed what was typed into it, by name of the input
 * @param faults what was wrong with that, by name of the input
 */
public record Decisions(
        String number,
        long version,
        boolean noticed,
        boolean mayReceive,
        boolean mayRefuse,
        boolean mayWithdraw,
        boolean mayCorrect,
        int unrecorded,
        List<Line> gaps,
        List<String> keptOut,
        String project,
        List<Line> demands,
        List<String> late,
        List<String> deferred,
        List<String> declared,
        String promisedDue,
        String deferredUntil,
        String supplementUntil,
        String signer,
        String opened,
        Map<String, String> typed,
        Map<String, String> faults) {

    /** A gap, and where to fill it. */
    public record Line(String what, String problem, String remedy, String ground, String href) {}

    /**
     * A common reason to refuse.
     *
     * @param reason as the document would say it
     */
    public record Ground(String code, String ground, String reason) {}

    /** 行政许可法 names these; anything else is written by hand. */
    public static final List<Ground> GROUNDS = List.of(
            new Ground("no-licence", "行政许可法第三十二条第一款第一项", "申请事项依法不需要取得行政许可。"),
            new Ground("not-ours", "行政许可法第三十二条第一款第二项", "申请事项依法不属于本机关职权范围。"),
            new Ground("untrue", "行政许可法第七十八条", "隐瞒有关情况或者提供虚假材料申请行政许可。"));

    static Decisions of(Dossier dossier, Outlook outlook, int unrecorded, Tried tried) {
        Application application = dossier.application();
        Applicant.Agent agent = application.applicant().agent();
        String number = application.number();
        return new Decisions(
                number,
                application.version(),
                application.status() == ApplicationStatus.SUPPLEMENT,
                application.status().allows(IntakeAct.RECEIVE),
                outlook.mayRefuse(),
                application.status().allows(IntakeAct.WITHDRAW),
                application.isHandedIn() && application.status().allows(IntakeAct.CORRECT),
                unrecorded,
                outlook.gaps().stream().map(gap -> line(gap, dossier)).toList(),
                outlook.keptOut().stream().map(Fault::message).toList(),
                project(outlook, dossier),
                outlook.demands().stream().map(gap -> line(gap, dossier)).toList(),
                outlook.late().stream().map(gap -> place(gap, dossier)).toList(),
                outlook.deferred().stream().map(MergedMaterial::name).toList(),
                outlook.declared(),
                DayWords.weekday(outlook.promisedDue().toLocalDate()),
                outlook.deferredUntil() == null ? "" : DayWords.weekday(outlook.deferredUntil()),
                DayWords.weekday(outlook.supplementUntil()),
                agent == null ? application.applicant().name() : agent.name(),
                tried.dialog(),
                tried.typed(),
                tried.faults());
    }

    /** What was just tried and refused. */
    record Tried(String dialog, Map<String, String> typed, Map<String, String> faults) {
        static final Tried NOTHING = new Tried("", Map.of(), Map.of());
    }

    public boolean mayAccept() {
        return gaps.isEmpty() && keptOut.isEmpty();
    }

    private static String project(Outlook outlook, Dossier dossier) {
        return outlook.keptOut().stream().anyMatch(fault -> fault.pointer().equals("/form/" + Stage.PROJECT_CODE))
                ? dossier.project()
                : "";
    }

    /** Whether something has to be signed before the acceptance. */
    public boolean isSigned() {
        return !deferred.isEmpty() || !declared.isEmpty();
    }

    /** What the acceptance is called: 受理, 容缺受理, 告知承诺受理. */
    public String acceptance() {
        String words = (declared.isEmpty() ? "" : "告知承诺") + (deferred.isEmpty() ? "" : "容缺") + "受理";
        return deferred.isEmpty() ? words : words + "（" + deferred.size() + " 份后补）";
    }

    /** That nothing stands in the way of its acceptance any more. */
    public String ready() {
        if (!late.isEmpty()) {
            return "已按告知书补正，可以受理";
        }
        return deferred.isEmpty() ? "材料齐全，可以受理" : "还有 " + deferred.size() + " 份后补，可以容缺受理";
    }

    public boolean mayNotify() {
        return !demands.isEmpty();
    }

    /** What the applicant has yet to sign before he leaves; empty if nothing. */
    public String toRecord() {
        return unrecorded == 0 ? "" : "有 " + unrecorded + " 处当场更正还没有出具记录，请申请人签字。";
    }

    public String typed(String input, String otherwise) {
        return typed.getOrDefault(input, otherwise);
    }

    /** Where what was said of a field leads: beside the others that the window looks at, and not where the applicant fills in. */
    private static Line line(Gap gap, Dossier dossier) {
        String number = dossier.application().number();
        String code = code(gap);
        String href = dossier.application().remarks().containsKey(code)
                ? DossierBar.Place.REMARKS.of(number) + "#r-" + code
                : MaterialRow.placeOf(gap.pointer(), number);
        return new Line(gap.what(), gap.problem(), gap.remedy(), gap.ground(), href);
    }

    private static String place(Gap gap, Dossier dossier) {
        return dossier.merge()
                .field(code(gap))
                .map(field -> field.element().name())
                .orElse(gap.what());
    }

    /** Of the field that it is about; empty for a material or a question. */
    private static String code(Gap gap) {
        return gap.pointer().startsWith("/form/") ? gap.pointer().split("/", -1)[2] : "";
    }
}
