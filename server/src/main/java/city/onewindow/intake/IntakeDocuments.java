package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Masking;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wordings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands at the places of the documents that a window hands out (行政许可法 第三十二条: in writing, dated, sealed). */
@Component
class IntakeDocuments {

    private final Catalogs catalogs;
    private final Wordings wordings;

    IntakeDocuments(Catalogs catalogs, Wordings wordings) {
        this.catalogs = catalogs;
        this.wordings = wordings;
    }

    Draft acceptance(Dossier dossier, Schedule schedule, Actor actor, LocalDateTime now) {
        WordedDocument document =
                dossier.late().isEmpty() ? WordedDocument.ACCEPTANCE : WordedDocument.ACCEPTANCE_AFTER_NOTICE;
        return acceptance(document, dossier, schedule, actor.name(), now);
    }

    /** 视为受理. */
    Draft silentAcceptance(Dossier dossier, Schedule schedule, LocalDateTime now) {
        WordedDocument document = dossier.application().isNoticed()
                ? WordedDocument.ACCEPTANCE_BY_SILENCE_AFTER_NOTICE
                : WordedDocument.ACCEPTANCE_BY_SILENCE;
        return acceptance(document, dossier, schedule, "（视为受理）", now);
    }

    private Draft acceptance(
            WordedDocument document, Dossier dossier, Schedule schedule, String by, LocalDateTime now) {
        Application application = dossier.application();
        return draft(
                document,
                dossier,
                now,
                errand(dossier)
                        .with(Place.CASE_NUMBER, application.number())
                        .with(Place.QUERY_CODE, application.queryCode())
                        .with(Place.APPLICANT, application.applicant().name())
                        .with(
                                Place.ID_NUMBER,
                                Masking.idNumber(application.applicant().idNumber()))
                        .with(Place.ACCEPTED_AT, DayWords.hourIfKnown(schedule.start()))
                        .with(Place.PROMISED, DayWords.hour(schedule.promised().due()) + "前")
                        .with(
                                Place.STATUTORY,
                                DayWords.hour(schedule.statutory().due()) + "前")
                        .with(Place.WINDOW, window(dossier).name())
                        .with(Place.CLERK, by)
                        .with(Place.ITEMS, items(schedule, catalogs.at(application.edition())))
                        .with(Place.MATERIALS, new Section.Table(List.of("材料", "收取方式"), received(dossier))));
    }

    private static Section items(Schedule schedule, Catalog catalog) {
        return new Section.Table(
                List.of("事项", "办理部门", "承诺办结", "收费", "办理结果"),
                schedule.slots().stream()
                        .map(slot -> List.of(
                                slot.item().name(),
                                catalog.department(slot.item().item().department())
                                        .orElseThrow()
                                        .name(),
                                DayWords.of(slot.promised().end().due()),
                                slot.item().terms().feeInWords(),
                                slot.item().terms().result()))
                        .toList());
    }

    /** 当场更正记录. */
    Draft correctionRecord(Dossier dossier, List<Correction> corrections, String by, LocalDateTime now) {
        return draft(
                WordedDocument.CORRECTION_RECORD,
                dossier,
                now,
                errand(dossier)
                        .with(
                                Place.CORRECTIONS,
                                new Section.Table(
                                        List.of("栏目", "原来填的", "更正为"),
                                        corrections.stream()
                                                .map(one ->
                                                        List.of(one.name(), filled(one.was()), filled(one.corrected())))
                                                .toList()))
                        .with(Place.APPLICATION_NUMBER, dossier.application().number())
                        .with(Place.CORRECTED_AT, DayWords.hour(now))
                        .with(Place.WINDOW, window(dossier).name())
                        .with(Place.CLERK, by));
    }

    private static String filled(String words) {
        return words.isEmpty() ? "（没有填）" : words;
    }

    /** With when the materials came in, and the last day on which silence is not acceptance yet. */
    Draft receipt(Dossier dossier, LocalDateTime cameIn, LocalDate until, String by, LocalDateTime now) {
        return draft(
                WordedDocument.RECEIPT,
                dossier,
                now,
                errand(dossier)
                        .with(Place.MATERIALS, handedIn(dossier))
                        .with(Place.APPLICATION_NUMBER, dossier.application().number())
                        .with(Place.QUERY_CODE, dossier.application().queryCode())
                        .with(Place.RECEIVED_AT, DayWords.hourIfKnown(cameIn))
                        .with(Place.ANSWER_BY, DayWords.of(until))
                        .with(Place.WINDOW, window(dossier).name())
                        .with(Place.CLERK, by));
    }

    /** What was handed in goes back. */
    Draft returned(Dossier dossier, Actor actor, LocalDateTime now) {
        return draft(WordedDocument.RETURN, dossier, now, returned(dossier).with(Place.CLERK, actor.name()));
    }

    /** @param until last day to mend what the one-time notice named */
    Draft lapsed(Dossier dossier, LocalDate until, Actor actor, LocalDateTime now) {
        PlaceValues values =
                returned(dossier).with(Place.SUPPLY_BY, DayWords.of(until)).with(Place.CLERK, actor.name());
        return draft(WordedDocument.RETURN_LAPSED, dossier, now, values);
    }

    /** What came in online has nothing that could go back; that it is over is told all the same. */
    Draft returnedOnline(Dossier dossier, LocalDateTime now) {
        return draft(WordedDocument.RETURN_ONLINE, dossier, now, returned(dossier));
    }

    private PlaceValues returned(Dossier dossier) {
        return errand(dossier)
                .with(Place.MATERIALS, handedIn(dossier))
                .with(Place.APPLICATION_NUMBER, dossier.application().number())
                .with(Place.WINDOW, window(dossier).name());
    }

    private static Section handedIn(Dossier dossier) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("申请表", "1份"));
        dossier.merge()
                .materials()
                .forEach(material -> Optional.ofNullable(
                                dossier.application().materials().get(material.key()))
                        .map(checked -> handedIn(material, checked))
                        .filter(form -> !form.isEmpty())
                        .ifPresent(form -> rows.add(List.of(material.name(), form))));
        return new Section.Table(List.of("材料", "形式和份数"), rows);
    }

    /** In what form the applicant handed it in; empty if they didn't. */
    private static String handedIn(MergedMaterial material, CheckedMaterial checked) {
        return switch (checked.way()) {
            case FILE -> "电子件" + checked.files().size() + "份";
            case SEEN, SIGNED -> PaperMaterial.shown(material, checked.way());
            case TO_SHOW ->
                checked.files().isEmpty()
                        ? "由申请表打印，取件时签字"
                        : "电子件" + checked.files().size() + "份，原件取件时核验";
            case FETCHED, DEFERRED, NOT_APPLICABLE, SETTLED -> "";
        };
    }

    Draft deferral(Dossier dossier, List<MergedMaterial> deferred, LocalDate until, Actor actor, LocalDateTime now) {
        return draft(
                WordedDocument.DEFERRED_ACCEPTANCE,
                dossier,
                now,
                errand(dossier)
                        .with(Place.SUPPLY_BY, DayWords.of(until))
                        .with(Place.DEFERRED, deferredTable(deferred, until))
                        .with(Place.WINDOW, window(dossier).name())
                        .with(Place.CLERK, actor.name()));
    }

    Draft promise(
            Dossier dossier, List<MergedMaterial> deferred, LocalDate until, String promisedBy, LocalDateTime now) {
        return draft(
                WordedDocument.DEFERRAL_PROMISE,
                dossier,
                now,
                errand(dossier)
                        .with(Place.APPLICATION_NUMBER, dossier.application().number())
                        .with(Place.DEFERRED, deferredTable(deferred, until))
                        .with(Place.PROMISER, promisedBy));
    }

    private static Section deferredTable(List<MergedMaterial> deferred, LocalDate until) {
        return new Section.Table(
                List.of("材料", "要求", "补交期限"),
                deferred.stream()
                        .map(material ->
                                List.of(material.name(), String.join("；", material.reviewPoints()), DayWords.of(until)))
                        .toList());
    }

    Draft notice(Dossier dossier, List<Gap> gaps, LocalDate until, Actor actor, LocalDateTime now) {
        return draft(
                WordedDocument.ONE_TIME_NOTICE,
                dossier,
                now,
                errand(dossier)
                        .with(Place.SUPPLY_BY, DayWords.of(until))
                        .with(
                                Place.GAPS,
                                new Section.Table(
                                        List.of("材料（栏目）", "问题", "如何补正", "依据"),
                                        gaps.stream()
                                                .map(gap ->
                                                        List.of(gap.what(), gap.problem(), gap.remedy(), gap.ground()))
                                                .toList()))
                        .with(Place.WINDOW, window(dossier).name())
                        .with(Place.APPLICATION_NUMBER, dossier.application().number())
                        .with(Place.QUERY_CODE, dossier.application().queryCode())
                        .with(Place.CLERK, actor.name()));
    }

    Draft refusal(Dossier dossier, Refusal refusal, Actor actor, LocalDateTime now) {
        return draft(
                WordedDocument.REFUSAL,
                dossier,
                now,
                errand(dossier)
                        .with(Place.REASON, refusal.words())
                        .with(Place.GROUND, refusal.ground())
                        .with(Place.APPLICATION_NUMBER, dossier.application().number())
                        .with(Place.CLERK, actor.name()));
    }

    /** @param consequence what the applicant may expect */
    Draft ruling(Dossier dossier, RulingPaper paper, String refusal, String consequence, LocalDateTime now) {
        return draft(
                WordedDocument.RULING_NOTICE,
                dossier,
                now,
                new PlaceValues()
                        .with(Place.CASE_NUMBER, dossier.application().number())
                        .with(Place.ITEM, dossier.merge().errand().title())
                        .with(Place.RULING, paper.named())
                        .with(Place.RULED, paper.ruled())
                        .with(Place.TAKEN_BACK, refusal)
                        .with(Place.CONSEQUENCE, consequence));
    }

    private static PlaceValues errand(Dossier dossier) {
        return new PlaceValues().with(Place.ERRAND, dossier.merge().errand().title());
    }

    private Draft draft(WordedDocument document, Dossier dossier, LocalDateTime now, PlaceValues values) {
        Window window = window(dossier);
        String issuer = catalogs.department(dossier.application().edition(), window.leadDepartment())
                .orElseThrow()
                .legalName();
        return new Draft(
                document.kind(),
                dossier.application().number(),
                dossier.application().applicant().addressee(),
                issuer,
                now.toLocalDate(),
                wordings.say(document, values));
    }

    private Window window(Dossier dossier) {
        Application application = dossier.application();
        return catalogs.window(application.edition(), application.window()).orElseThrow();
    }

    private static List<List<String>> received(Dossier dossier) {
        Map<String, CheckedMaterial> found = dossier.application().materials();
        List<Gap> late = dossier.late();
        return dossier.merge().materials().stream()
                .map(material -> Optional.ofNullable(found.get(material.key()))
                        .map(checked -> List.of(
                                material.name(),
                                checked.way().words()
                                        + (late.stream().anyMatch(gap -> gap.concerns(material.key()))
                                                ? "，由办理部门核实是否符合要求"
                                                : ""))))
                .flatMap(Optional::stream)
                .toList();
    }
}
