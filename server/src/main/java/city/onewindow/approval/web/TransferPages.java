package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Cases;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Transfers;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 移送: where a matter is handed over to another department, taken on or sent back, or assigned by the centre. Who may do what of it, the door says. */
@Controller
@RequestMapping("/matters/{number}/{item}/transfer")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD', 'MANAGER')")
class TransferPages {

    private final Transfers transfers;
    private final Cases cases;
    private final Catalogs catalogs;

    TransferPages(Transfers transfers, Cases cases, Catalogs catalogs) {
        this.transfers = transfers;
        this.cases = cases;
        this.catalogs = catalogs;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, @PathVariable String item, Actor actor) {
        String key = UUID.randomUUID().toString();
        return form(number, item, new TransferForm.Typed(null, null, null, key), List.of(), actor);
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String number,
            @PathVariable String item,
            TransferForm.Typed typed,
            Actor actor,
            RedirectAttributes after) {
        try {
            after.addFlashAttribute("notice", Notice.success(done(number, item, typed, actor)));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(number, item, typed, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/matters/" + number + "/" + item);
    }

    private String done(String number, String item, TransferForm.Typed typed, Actor actor) {
        IdempotencyKey key = new IdempotencyKey(TypedAct.text(typed.key()));
        String department = TypedAct.text(typed.department());
        String reason = TypedAct.text(typed.reason());
        Act act = typed.act();
        if (act == null || !TransferForm.ACTS.contains(act)) {
            throw new Problem.InvalidInput("/act", "请选择要办理的动作。");
        }
        return switch (act) {
            case TRANSFER -> {
                transfers.handOver(number, item, department, reason, actor, key);
                yield "已移送，等待对方接收。期限照常计算；对方接收之前，可以在本页收回。";
            }
            case TAKE_ON -> {
                transfers.takeOn(number, item, actor, key);
                yield "已接收，由本部门从审查开始办理。";
            }
            case DECLINE -> {
                transfers.decline(number, item, reason, actor, key);
                yield "已退回移送的部门。";
            }
            case RECALL -> {
                transfers.recall(number, item, reason, actor, key);
                yield "已收回，仍由本部门办理。";
            }
            default -> {
                transfers.assign(number, item, department, reason, actor, key);
                yield "已指定办理部门，由它从审查开始办理。";
            }
        };
    }

    private ModelAndView form(String number, String item, TransferForm.Typed typed, List<Fault> faults, Actor actor) {
        MatterView view = cases.matter(number, item, actor);
        List<Act> open = TransferForm.open(view.next());
        if (open.isEmpty()) {
            return new ModelAndView("redirect:/matters/" + number + "/" + item);
        }
        boolean own = open.contains(Act.TRANSFER);
        List<Choice> departments = catalogs.current().departments().stream()
                .filter(one -> !own || !one.code().equals(view.matter().department()))
                .map(one -> new Choice(one.code(), one.name()))
                .toList();
        return new ModelAndView("approval/transfer")
                .addObject("number", number)
                .addObject("item", item)
                .addObject("itemName", view.matter().itemName())
                .addObject("title", TransferForm.title(open))
                .addObject("form", TransferForm.of(open, departments, typed, TypedAct.text(typed.key()), faults));
    }
}
