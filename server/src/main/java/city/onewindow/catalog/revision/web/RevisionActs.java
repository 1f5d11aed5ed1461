package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.frame.ActAnswer;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What those concerned decide on a revision; whatever is refused is told on its page. */
@Controller
@RequestMapping("/revisions/{id}")
@PreAuthorize(RevisionPages.CALLERS)
class RevisionActs {

    private final Revisions revisions;
    private final RevisionSheets sheets;

    RevisionActs(Revisions revisions, RevisionSheets sheets) {
        this.revisions = revisions;
        this.sheets = sheets;
    }

    @PostMapping("/confirm")
    String confirm(
            ActAnswer answer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer saves,
            Actor actor) {
        return walk(
                answer,
                id,
                actor,
                () -> revisions.confirm(id, saves, actor),
                revision -> revision.status() == RevisionStatus.APPROVED
                        ? "已确认「" + revision.key() + "」。各配合部门都已确认，等中心发布。"
                        : "已确认「" + revision.key() + "」，还在等其他配合部门。");
    }

    @PostMapping("/approve")
    String approve(
            ActAnswer answer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer saves,
            Actor actor) {
        return walk(
                answer,
                id,
                actor,
                () -> revisions.approve(id, saves, actor),
                revision -> "已同意「" + revision.key() + "」，等中心发布。");
    }

    @PostMapping("/return")
    String giveBack(
            ActAnswer answer, @PathVariable long id, @RequestParam(defaultValue = "") String remark, Actor actor) {
        answer.model().addAttribute("remark", remark);
        return walk(
                answer,
                id,
                actor,
                () -> revisions.giveBack(id, remark, actor),
                revision -> "已把「" + revision.key() + "」退回起草部门。");
    }

    @PostMapping("/withdraw")
    String withdraw(ActAnswer answer, @PathVariable long id, Actor actor) {
        return walk(
                answer,
                id,
                actor,
                () -> revisions.withdraw(id, actor),
                revision -> "已撤回「" + revision.key() + "」的修改；现行版本没有变。");
    }

    @PostMapping("/publish")
    String publish(
            ActAnswer answer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer saves,
            Actor actor) {
        return walk(
                answer,
                id,
                actor,
                () -> revisions.publish(id, saves, actor),
                revision -> "已发布「" + revision.key() + "」，为事项目录第 " + revision.edition()
                        + " 版。指南、申请表、告知单和接口从现在起照此；正在办的办件照旧。");
    }

    @PostMapping("/schedule")
    String schedule(
            ActAnswer answer,
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate holdsFrom,
            @RequestParam(required = false) @Nullable Integer saves,
            Actor actor) {
        return walk(
                answer,
                id,
                actor,
                () -> {
                    if (holdsFrom == null) {
                        throw new Problem.InvalidInput("/holdsFrom", "请选择生效日期。");
                    }
                    return revisions.schedule(id, saves, holdsFrom, actor);
                },
                revision -> "「" + revision.key() + "」将在" + DayWords.of(Objects.requireNonNull(revision.holdsFrom()))
                        + "自动发布。");
    }

    @PostMapping("/unschedule")
    String unschedule(ActAnswer answer, @PathVariable long id, Actor actor) {
        return walk(
                answer,
                id,
                actor,
                () -> revisions.unschedule(id, actor),
                revision -> "「" + revision.key() + "」不再定期发布，等中心发布。");
    }

    private String walk(
            ActAnswer answer, long id, Actor actor, Supplier<Revision> act, Function<Revision, String> told) {
        return answer.to(() -> told.apply(act.get()), "/revisions/" + id, () -> {
            answer.model().addAttribute("sheet", sheets.of(revisions.view(id, actor)));
            return "catalog/revision";
        });
    }
}
