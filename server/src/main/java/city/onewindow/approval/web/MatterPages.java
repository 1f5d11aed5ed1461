package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Cases;
import city.onewindow.approval.ClockActs;
import city.onewindow.approval.DeclarationActs;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Pool;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One matter: what was handed in for it, what was said of it, and what the reader may do now. */
@Controller
@RequestMapping("/matters/{number}/{item}")
@PreAuthorize("isAuthenticated()")
class MatterPages {

    private final Cases cases;
    private final Approval approval;
    private final ClockActs clockActs;
    private final DeclarationActs declarations;
    private final Pool pool;
    private final MatterPageViews views;
    private final MatterFiles files;

    MatterPages(
            Cases cases,
            Approval approval,
            ClockActs clockActs,
            DeclarationActs declarations,
            Pool pool,
            MatterPageViews views,
            MatterFiles files) {
        this.declarations = declarations;
        this.cases = cases;
        this.approval = approval;
        this.clockActs = clockActs;
        this.pool = pool;
        this.views = views;
        this.files = files;
    }

    @GetMapping
    String show(
            Model model,
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable Act act,
            Actor actor) {
        return page(model, number, item, TypedAct.blank(act), List.of(), actor);
    }

    /** Whatever is refused is told on the same page, with what was typed still there. */
    @PostMapping
    String act(
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable String number,
            @PathVariable String item,
            TypedAct typed,
            Actor actor) {
        try {
            List<HistoryEntry> written = walk(number, item, typed, actor);
            redirect.addFlashAttribute("notice", Notice.success(told(number, item, written, actor)));
            return "redirect:/inbox";
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, number, item, typed, wrong.faults(), actor);
        } catch (Problem.Conflict late) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
            return page(model, number, item, TypedAct.blank(null), List.of(), actor);
        }
    }

    /** 领取、放回. */
    @PostMapping("/holder")
    String hold(
            RedirectAttributes redirect,
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "false") boolean back,
            Actor actor) {
        try {
            if (back) {
                pool.putBack(number, item, actor);
            } else {
                pool.take(number, item, from.isEmpty() ? null : from, actor);
            }
        } catch (Problem.Conflict late) {
            redirect.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return "redirect:/matters/" + number + "/" + item;
    }

    /** A file of this matter's excerpt; that it was opened is written down. */
    @GetMapping("/files/{id}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String number, @PathVariable String item, @PathVariable String id, Actor actor) {
        return files.open(number, item, id, actor);
    }

    private List<HistoryEntry> walk(String number, String item, TypedAct typed, Actor actor) {
        IdempotencyKey key = new IdempotencyKey(TypedAct.text(typed.key()));
        Act act = typed.act();
        if (act == null) {
            throw new Problem.InvalidInput("/act", "请选择要办理的动作。");
        }
        return switch (act) {
            case REVIEW ->
                approval.review(number, item, typed.recommendation(), TypedAct.text(typed.opinion()), actor, key);
            case EXAMINE ->
                approval.examine(number, item, typed.recommendation(), TypedAct.text(typed.opinion()), actor, key);
            case GIVE_BACK, RETURN, REEXAMINE ->
                approval.sendBack(number, item, act, TypedAct.text(typed.reason()), actor, key);
            case GRANT ->
                approval.grant(
                        number, item, TypedAct.text(typed.opinion()), TypedAct.text(typed.different()), actor, key);
            case DENY ->
                approval.deny(
                        number,
                        item,
                        TypedAct.text(typed.reason()),
                        TypedAct.text(typed.ground()),
                        TypedAct.text(typed.different()),
                        actor,
                        key);
            case CERTIFY -> approval.certify(number, item, TypedAct.text(typed.certificateNumber()), actor, key);
            case SUSPEND -> clockActs.suspend(number, item, typed.procedure(), actor, key);
            case RESUME -> clockActs.resume(number, item, TypedAct.text(typed.result()), actor, key);
            case ASK_EXTENSION ->
                clockActs.askExtension(number, item, typed.wholeDays(), TypedAct.text(typed.reason()), actor, key);
            case EXTEND -> clockActs.extend(number, item, TypedAct.text(typed.opinion()), actor, key);
            case REFUSE_EXTENSION -> clockActs.refuseExtension(number, item, TypedAct.text(typed.reason()), actor, key);
            case GRANT_DECLARED -> declarations.grant(number, item, TypedAct.text(typed.opinion()), actor, key);
            case TAKE_BACK -> declarations.takeBack(number, item, TypedAct.text(typed.reason()), actor, key);
            case CONFIRM -> declarations.confirm(number, item, TypedAct.text(typed.reason()), actor, key);
            case ORDER_MENDING -> declarations.orderMending(number, item, TypedAct.text(typed.reason()), actor, key);
            case REVOKE ->
                declarations.revoke(
                        number,
                        item,
                        TypedAct.text(typed.reason()),
                        TypedAct.text(typed.ground()),
                        TypedAct.text(typed.heard()),
                        actor,
                        key);
            case OPEN,
                    DELIVER,
                    SEND,
                    COME_BACK,
                    TERMINATE,
                    WITHDRAW,
                    LAPSE,
                    LEARN_OF_REVOCATION,
                    TELL_HEARING,
                    ASK_HEARING,
                    WAIVE_HEARING,
                    CALL_HEARING,
                    RECORD_HEARING,
                    TRANSFER,
                    TAKE_ON,
                    DECLINE,
                    RECALL,
                    ASSIGN,
                    RECORD_RULING,
                    ORDER_DECISION,
                    REOPEN,
                    SUBSTITUTE_GRANT,
                    SUBSTITUTE_DENIAL,
                    DECLARE_VOID,
                    SET_ASIDE,
                    RESTORE,
                    AWAIT_AGAIN -> throw new Problem.InvalidInput("/act", "“" + act.term() + "”不在这一页办理。");
        };
    }

    private String told(String number, String item, List<HistoryEntry> written, Actor actor) {
        List<Matter> all = cases.file(number, actor).matters();
        String done = written.stream()
                .filter(entry -> entry.item().equals(item))
                .map(entry -> "已办理“" + entry.act().term() + "”" + limits(entry, all))
                .collect(Collectors.joining());
        String followed = written.stream()
                .filter(entry -> !entry.item().equals(item))
                .map(entry -> "「" + name(entry.item(), all) + "」" + entry.act().term())
                .collect(Collectors.joining("，"));
        // With thirty of the same item on the list its name alone doesn't say which one it was.
        return "「" + name(item, all) + "」" + done + "（办件 " + number + "）。" + (followed.isEmpty() ? "" : followed + "。");
    }

    /** What was lengthened is due on another day. */
    private static String limits(HistoryEntry done, List<Matter> all) {
        return all.stream()
                .filter(matter -> done.act() == Act.EXTEND && matter.item().equals(done.item()))
                .map(matter -> "，现在的期限：" + matter.limitsInWords())
                .collect(Collectors.joining());
    }

    private static String name(String item, List<Matter> all) {
        return all.stream()
                .filter(matter -> matter.item().equals(item))
                .map(Matter::itemName)
                .findFirst()
                .orElse(item);
    }

    private String page(Model model, String number, String item, TypedAct typed, List<Fault> faults, Actor actor) {
        MatterView view = cases.matter(number, item, actor);
        model.addAttribute("view", views.of(view, typed, faults, actor));
        return "approval/matter";
    }
}
