package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Masking;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Section;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The words of the documents that a window hands out (行政许可法 第三十二条: in writing, dated, sealed). */
@Component
class IntakeDocuments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final Catalogs catalogs;

    IntakeDocuments(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    Draft acceptance(Dossier dossier, Schedule schedule, Actor actor, LocalDateTime now) {
        String why = (dossier.late().isEmpty() ? "经审查，申请材料齐全、符合法定形式" : "已经按照一次性告知书的要求提交全部补正申请材料")
                + "，依照《中华人民共和国行政许可法》第三十二条第一款第五项的规定，决定予以受理。";
        return acceptance(dossier, schedule, why, actor.name(), now);
    }

    /** 视为受理. */
    Draft silentAcceptance(Dossier dossier, Schedule schedule, LocalDateTime now) {
        String why = "自出具收件凭证之日起五个工作日内没有告知需要补正的全部内容，依照《中华人民共和国行政许可法》第三十二条第一款第四项的规定，" + "自收到申请材料之日起即为受理。";
        return acceptance(dossier, schedule, why, "（视为受理）", now);
    }

    private Draft acceptance(Dossier dossier, Schedule schedule, String why, String by, LocalDateTime now) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Paragraph("您提出的「" + dossier.merge().errand().title() + "」申请，" + why));
        sections.add(new Section.Facts(List.of(
                new Section.Fact("办件编号", dossier.application().number()),
                new Section.Fact("查询码", dossier.application().queryCode()),
                new Section.Fact("申请人", dossier.application().applicant().name()),
                new Section.Fact(
                        "证件号码",
                        Masking.idNumber(dossier.application().applicant().idNumber())),
                new Section.Fact("受理时间", MOMENT.format(schedule.start())),
                new Section.Fact("承诺办结时间", MOMENT.format(schedule.promised().due()) + "前"),
                new Section.Fact("法定办结时间", MOMENT.format(schedule.statutory().due()) + "前"),
                new Section.Fact("受理窗口", window(dossier).name()),
                new Section.Fact("受理人", by))));
        Catalog catalog = catalogs.at(dossier.application().edition());
        sections.add(new Section.Paragraph("下列事项由各部门同时办理，须等前一事项办结的除外："));
        sections.add(new Section.Table(
                List.of("事项", "办理部门", "承诺办结", "收费", "办理结果"),
                schedule.slots().stream()
                        .map(slot -> List.of(
                                slot.item().name(),
                                catalog.department(slot.item().item().department())
                                        .orElseThrow()
                                        .name(),
                                DAY.format(slot.promised().end().due()),
                                slot.item().terms().feeInWords(),
                                slot.item().terms().result()))
                        .toList()));
        sections.add(new Section.Paragraph("已收材料："));
        sections.add(new Section.Table(List.of("材料", "收取方式"), received(dossier)));
        sections.add(new Section.Paragraph(
                "依法需要听证、检验、检测、检疫、鉴定和专家评审的，所需时间不计入上述时限，另行书面告知（行政许可法第四十五条）。结果由出件窗口统一发放，请凭办件编号和查询码查询进度。"));
        return draft(DocumentKind.ACCEPTANCE, dossier, now, sections);
    }

    /** @param until last day on which silence is not acceptance yet */
    Draft receipt(Dossier dossier, LocalDate until, Actor actor, LocalDateTime now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("申请表", "1份"));
        dossier.merge()
                .materials()
                .forEach(material -> Optional.ofNullable(
                                dossier.application().materials().get(material.key()))
                        .map(checked -> handedIn(material, checked))
                        .filter(form -> !form.isEmpty())
                        .ifPresent(form -> rows.add(List.of(material.name(), form))));
        return draft(
                DocumentKind.RECEIPT,
                dossier,
                now,
                List.of(
                        new Section.Paragraph(
                                "收到您为申请办理「" + dossier.merge().errand().title() + "」提交的下列材料："),
                        new Section.Table(List.of("材料", "形式和份数"), rows),
                        new Section.Facts(List.of(
                                new Section.Fact("申请编号", dossier.application().number()),
                                new Section.Fact("查询码", dossier.application().queryCode()),
                                new Section.Fact("收件时间", MOMENT.format(now)),
                                new Section.Fact("收件窗口", window(dossier).name()),
                                new Section.Fact("收件人", actor.name()))),
                        new Section.Paragraph("申请材料不齐全或者不符合法定形式的，窗口在收到材料之日起五个工作日内，即 " + DAY.format(until)
                                + " 前一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。本凭证不是受理决定。")));
    }

    /** In what form the applicant handed it in; empty if they didn't. */
    private static String handedIn(MergedMaterial material, CheckedMaterial checked) {
        return switch (checked.way()) {
            case FILE -> "电子件" + checked.files().size() + "份";
            case SEEN -> material.form() == MaterialForm.ELECTRONIC ? "纸质件" : Gaps.form(material);
            case SIGNED -> "由申请表打印，已签字";
            case FETCHED, DEFERRED, NOT_APPLICABLE -> "";
        };
    }

    Draft deferral(Dossier dossier, List<MergedMaterial> deferred, LocalDate until, Actor actor, LocalDateTime now) {
        return draft(
                DocumentKind.DEFERRED_ACCEPTANCE,
                dossier,
                now,
                List.of(
                        new Section.Paragraph("您提出的「" + dossier.merge().errand().title()
                                + "」申请，主要材料齐全，下列材料可以容缺。依照《河南省优化营商环境条例》第三十五条的规定，先予受理，请在 " + DAY.format(until)
                                + " 前补交。"),
                        deferredTable(deferred, until),
                        new Section.Paragraph("补交方式：送交" + window(dossier).name()
                                + "。补交前不发放办理结果；逾期未补交或者补交的材料不符合要求的，窗口可以按撤回申请处理。办理时限照常计算。"),
                        new Section.Signatures(List.of("受理人（" + actor.name() + "）", "申请人（经办人）签收"))));
    }

    Draft promise(
            Dossier dossier, List<MergedMaterial> deferred, LocalDate until, String promisedBy, LocalDateTime now) {
        return draft(
                DocumentKind.DEFERRAL_PROMISE,
                dossier,
                now,
                List.of(
                        new Section.Paragraph(
                                "本人（单位）申请办理「" + dossier.merge().errand().title() + "」，申请编号 "
                                        + dossier.application().number() + "，下列材料尚未提交："),
                        deferredTable(deferred, until),
                        new Section.Paragraph(
                                "窗口已一次告知上述材料的要求、补交期限和逾期后果。本人（单位）承诺在期限内补交，所提供的材料真实、合法、有效；逾期未补交的，同意窗口按撤回申请处理，并承担由此产生的后果。"),
                        new Section.Signatures(List.of("承诺人（" + promisedBy + "，签字）"))));
    }

    private static Section deferredTable(List<MergedMaterial> deferred, LocalDate until) {
        return new Section.Table(
                List.of("材料", "要求", "补交期限"),
                deferred.stream()
                        .map(material ->
                                List.of(material.name(), String.join("；", material.reviewPoints()), DAY.format(until)))
                        .toList());
    }

    Draft notice(Dossier dossier, List<Gap> gaps, LocalDate until, Actor actor, LocalDateTime now) {
        return draft(
                DocumentKind.ONE_TIME_NOTICE,
                dossier,
                now,
                List.of(
                        new Section.Paragraph("您提交的「" + dossier.merge().errand().title()
                                + "」申请材料不齐全或者不符合法定形式。依照《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现将需要补正的全部内容一次告知如下，请于 "
                                + DAY.format(until) + " 前补正："),
                        new Section.Table(
                                List.of("材料（栏目）", "问题", "如何补正", "依据"),
                                gaps.stream()
                                        .map(gap -> List.of(gap.what(), gap.problem(), gap.remedy(), gap.ground()))
                                        .toList()),
                        new Section.Paragraph(
                                "已收材料由窗口留存，不必重复提交。补正后到" + window(dossier).name() + "的任一工位继续办理，申请编号 "
                                        + dossier.application().number() + "，查询码 "
                                        + dossier.application().queryCode() + "。逾期未补正的，窗口可以按撤回申请处理，退还材料；之后仍可重新申请。"),
                        new Section.Signatures(List.of("受理人（" + actor.name() + "）", "申请人（经办人）签收"))));
    }

    Draft refusal(Dossier dossier, String reason, String ground, Actor actor, LocalDateTime now) {
        return draft(
                DocumentKind.REFUSAL,
                dossier,
                now,
                List.of(
                        new Section.Paragraph("您提出的「" + dossier.merge().errand().title() + "」申请，经审查，决定不予受理。"),
                        new Section.Facts(List.of(
                                new Section.Fact("理由", reason),
                                new Section.Fact("法律依据", ground),
                                new Section.Fact("申请编号", dossier.application().number()))),
                        new Section.Paragraph("如不服本决定，可以自收到本通知书之日起六十日内依法申请行政复议，或者自收到之日起六个月内依法向人民法院提起行政诉讼。"),
                        new Section.Signatures(List.of("受理人（" + actor.name() + "）", "申请人（经办人）签收"))));
    }

    private Draft draft(DocumentKind kind, Dossier dossier, LocalDateTime now, List<Section> sections) {
        Window window = window(dossier);
        String issuer = catalogs.at(dossier.application().edition())
                .department(window.leadDepartment())
                .orElseThrow()
                .legalName();
        return new Draft(
                kind,
                dossier.application().number(),
                dossier.application().applicant().addressee(),
                issuer,
                now.toLocalDate(),
                sections);
    }

    private Window window(Dossier dossier) {
        return catalogs.at(dossier.application().edition())
                .window(dossier.application().window())
                .orElseThrow();
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
