package city.onewindow.connection.web;

import city.onewindow.approval.WorkedThere;
import city.onewindow.connection.Deliveries;
import city.onewindow.connection.DeliveryState;
import city.onewindow.connection.Endpoints;
import city.onewindow.connection.NamedEndpoint;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Departments' own systems, for those who connect them: where they are told, what didn't get through, what is worked there. */
@Controller
@RequestMapping("/systems")
@PreAuthorize("hasAnyRole('MANAGER', 'ADMINISTRATOR')")
class SystemsPages {

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final WorkedThere workedThere;
    private final SystemPageViews views;

    SystemsPages(Endpoints endpoints, Deliveries deliveries, WorkedThere workedThere, SystemPageViews views) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.workedThere = workedThere;
        this.views = views;
    }

    @GetMapping
    String list(Model model, Actor actor) {
        model.addAttribute("rows", views.rows(actor));
        return "connection/systems";
    }

    @GetMapping("/{department}")
    String show(
            Model model,
            @PathVariable String department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String messages,
            Actor actor) {
        model.addAttribute("view", views.of(department, null, List.of(), after, messages, actor));
        return "connection/system";
    }

    /** The secret is shown in the answer itself: a redirect would have to keep it somewhere. */
    @PostMapping("/{department}")
    String name(
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            @PathVariable String department,
            EndpointForm form,
            Actor actor) {
        try {
            NamedEndpoint named = endpoints.name(
                    department,
                    Objects.requireNonNullElse(form.url(), ""),
                    form.signing(),
                    Boolean.TRUE.equals(form.newSecret()),
                    actor);
            if (named.secret() == null) {
                return told(flash, department, "接收地址已保存，新的办理动态会发往这里。");
            }
            model.addAttribute("department", department);
            model.addAttribute("named", named);
            return "connection/secret";
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            List<Fault> faults = wrong.faults();
            model.addAttribute("view", views.of(department, form, faults, null, null, actor));
            return "connection/system";
        }
    }

    @PostMapping("/{department}/remove")
    String remove(RedirectAttributes flash, @PathVariable String department, Actor actor) {
        endpoints.remove(department, actor);
        return told(flash, department, "已取消接收地址，不再推送；部门系统仍可自己读取办理动态。");
    }

    @PostMapping("/{department}/items/{item}")
    String place(
            RedirectAttributes flash,
            @PathVariable String department,
            @PathVariable String item,
            @RequestParam boolean there,
            Actor actor) {
        workedThere.set(department, item, there, actor);
        return told(flash, department, there ? "已改为在部门系统办理，马上生效。" : "已改回在本系统办理，马上生效。");
    }

    @PostMapping("/{department}/deliveries")
    String resendAll(RedirectAttributes flash, @PathVariable String department, Actor actor) {
        return told(flash, department, "正在重发 " + deliveries.resendAll(department, actor) + " 条消息。");
    }

    @PostMapping("/{department}/deliveries/{id}")
    String change(
            RedirectAttributes flash,
            @PathVariable String department,
            @PathVariable long id,
            @RequestParam DeliveryState state,
            Actor actor) {
        if (state == DeliveryState.PUT_ASIDE) {
            deliveries.putAside(department, id, actor);
            return told(flash, department, "已搁置消息 " + id + "，同一事项后面的消息会继续发送。");
        }
        deliveries.resend(department, id, actor);
        return told(flash, department, "正在重发消息 " + id + "。");
    }

    private static String told(RedirectAttributes flash, String department, String what) {
        flash.addFlashAttribute("notice", Notice.success(what));
        return "redirect:/systems/" + department;
    }
}
