package city.onewindow.identity.web;

import city.onewindow.frame.Notice;
import city.onewindow.identity.Account;
import city.onewindow.identity.AccountDetails;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Actor;
import city.onewindow.identity.NewAccount;
import city.onewindow.identity.PasswordReset;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

/** The administrator's pages: who has an account, and what it may do. */
@Controller
@RequestMapping("/accounts")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AccountsPages {

    private static final int ROWS = 50;

    private final Accounts accounts;
    private final AccountForm form;

    AccountsPages(Accounts accounts, AccountForm form) {
        this.accounts = accounts;
        this.form = form;
    }

    @GetMapping
    String list(
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        Function<AccountDetails, String> places = form.places();
        Slice<AccountRow> rows =
                accounts.search(q, ROWS, after).map(account -> AccountRow.of(account, places.apply(account.details())));
        model.addAttribute("rows", rows.items());
        model.addAttribute("first", after == null);
        model.addAttribute("next", rows.next());
        model.addAttribute("q", q);
        return "identity/accounts";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return creation(model, UUID.randomUUID().toString(), "", null, List.of());
    }

    /** The password is shown in the answer itself: a redirect would have to keep it somewhere. */
    @PostMapping
    String create(
            Model model,
            HttpServletResponse response,
            Actor actor,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            AccountBody body) {
        try {
            NewAccount made = accounts.create(name.strip(), body.details(), new IdempotencyKey(key), actor);
            return password(model, made.account().name(), made.temporaryPassword(), "账号已建好");
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return creation(model, key, name, body.details(), wrong.faults());
        }
    }

    @GetMapping("/{name}")
    String show(Model model, @PathVariable String name) {
        Account account = accounts.get(name);
        return one(model, account, account.details(), account.version(), List.of());
    }

    @PostMapping("/{name}")
    String change(
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Actor actor,
            @PathVariable String name,
            @RequestParam int version,
            AccountBody body) {
        try {
            accounts.change(name, body.details(), version, actor);
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return one(model, accounts.get(name), body.details(), version, wrong.faults());
        }
        flash.addFlashAttribute("notice", Notice.success("账号 " + name + " 的修改已保存，其持有人须重新登录。"));
        return "redirect:/accounts/" + name;
    }

    @PostMapping("/{name}/enabled")
    String enable(
            RedirectAttributes flash,
            Actor actor,
            @PathVariable String name,
            @RequestParam int version,
            @RequestParam boolean enabled) {
        accounts.enable(name, enabled, version, actor);
        flash.addFlashAttribute("notice", Notice.success("账号 " + name + (enabled ? " 已启用。" : " 已停用，即时生效。")));
        return "redirect:/accounts/" + name;
    }

    @PostMapping("/{name}/password")
    String resetPassword(Model model, Actor actor, @PathVariable String name, @RequestParam String key) {
        PasswordReset made = accounts.resetPassword(name, new IdempotencyKey(key), actor);
        return password(model, made.account(), made.password(), "密码已重置");
    }

    private String creation(
            Model model, String key, String name, @Nullable AccountDetails details, List<Fault> faults) {
        model.addAttribute("key", key);
        model.addAttribute("name", form.name(name, faults));
        model.addAttribute("fields", form.details(details, true, faults));
        return "identity/account-new";
    }

    private String one(Model model, Account account, AccountDetails details, int version, List<Fault> faults) {
        model.addAttribute("account", account);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("version", version);
        model.addAttribute("row", AccountRow.of(account, form.places().apply(account.details())));
        model.addAttribute("fields", form.details(details, false, faults));
        return "identity/account";
    }

    private static String password(Model model, String account, @Nullable String password, String title) {
        model.addAttribute("account", account);
        model.addAttribute("password", password);
        model.addAttribute("title", title);
        return "identity/account-password";
    }
}
