package city.onewindow.issuance.web;

import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.issuance.Handover;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriUtils;

/** The issuing window: what lies ready, and one hand-over. */
@Controller
@RequestMapping("/issuing")
@PreAuthorize("hasRole('ISSUING_CLERK')")
class IssuingPages {

    private static final int ROWS = 30;

    private final Issuance issuance;
    private final IssuingPageViews views;

    IssuingPages(Issuance issuance, IssuingPageViews views) {
        this.issuance = issuance;
        this.views = views;
    }

    @GetMapping
    String list(
            Model model,
            HttpServletResponse response,
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean sent,
            @RequestParam(required = false) @Nullable String after) {
        if (!number.isBlank()) {
            try {
                return "redirect:/issuing/" + UriUtils.encodePathSegment(issuance.meant(number), "UTF-8");
            } catch (Problem.InvalidInput mistyped) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute(
                        "notice", Notice.error(mistyped.faults().get(0).message()));
            }
        }
        Slice<ReadyCase> page = sent ? issuance.sent(after, ROWS, actor) : issuance.ready(after, ROWS, actor);
        model.addAttribute("sent", sent);
        model.addAttribute("rows", page.items().stream().map(ReadyRow::of).toList());
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", page.next());
        return "issuance/issuing";
    }

    @GetMapping("/{number}")
    String show(
            Model model,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean arrived,
            Actor actor) {
        return page(model, number, arrived, null, List.of(), actor);
    }

    @GetMapping("/{number}/pick-up-notice")
    ResponseEntity<byte[]> pickUpNotice(@PathVariable String number, Actor actor) {
        return PrintAnswer.of(
                DocumentKind.PICK_UP_NOTICE.title() + "-" + number, Format.PDF, issuance.pickUpNotice(number, actor));
    }

    /** Whatever is refused is told on the same page, with what was typed still there. */
    @PostMapping("/{number}")
    String handOver(
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean arrived,
            HandoverForm form,
            Actor actor) {
        try {
            Handover done = issuance.handOver(
                    number,
                    form.chosen(),
                    form.shown(),
                    form.delivery(),
                    actor,
                    new IdempotencyKey(HandoversApi.text(form.key())));
            redirect.addFlashAttribute(
                    "notice",
                    Notice.success((arrived ? "已登记送达 " : "已交付 ") + done.items().size() + " 项结果。请打印送达回证 "
                            + done.receipt() + "，" + done.way().onPaper() + "。"));
            return "redirect:/issuing/" + number;
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, number, arrived, form, wrong.faults(), actor);
        } catch (Problem.Conflict late) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
            return page(model, number, arrived, form, List.of(), actor);
        }
    }

    private String page(
            Model model,
            String number,
            boolean arrived,
            @Nullable HandoverForm typed,
            List<Fault> faults,
            Actor actor) {
        model.addAttribute("view", views.of(number, arrived, typed, faults, actor));
        return "issuance/handover";
    }
}
