package city.onewindow.identity.web;

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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for programs. */
@RestController
@RequestMapping("/api/accounts")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "accounts", description = "账号")
class AccountsApi {

    private final Accounts accounts;

    AccountsApi(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An account to be made. */
    record Creation(@Nullable String name, @Nullable AccountBody details) {}

    /** @param version as read before */
    record Change(int version, @Nullable AccountBody details) {}

    /** @param version as read before */
    record Enabling(int version, boolean enabled) {}

    @GetMapping
    Slice<Account> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return accounts.search(q, Slice.size(size), after);
    }

    @GetMapping("/{name}")
    Account get(@PathVariable String name) {
        return accounts.get(name);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NewAccount> create(
            @RequestHeader(IdempotencyKey.HEADER) String key, @RequestBody Creation body, Actor actor) {
        String name = Objects.requireNonNullElse(body.name(), "");
        IdempotencyKey once = new IdempotencyKey(key);
        NewAccount made = placed(() -> accounts.create(name, details(body.details()), once, actor));
        return ResponseEntity.created(URI.create("/api/accounts/" + name)).body(made);
    }

    @PutMapping("/{name}")
    Account change(@PathVariable String name, @RequestBody Change body, Actor actor) {
        return placed(() -> accounts.change(name, details(body.details()), body.version(), actor));
    }

    @PutMapping("/{name}/enabled")
    Account enable(@PathVariable String name, @RequestBody Enabling body, Actor actor) {
        return accounts.enable(name, body.enabled(), body.version(), actor);
    }

    /** In the body of a call all of an account but its name lies under its details. */
    private static <T> T placed(Supplier<T> call) {
        try {
            return call.get();
        } catch (Problem.InvalidInput wrong) {
            throw new Problem.InvalidInput(wrong.faults().stream()
                    .map(fault -> fault.pointer().equals("/name")
                            ? fault
                            : new Fault("/details" + fault.pointer(), fault.message()))
                    .toList());
        }
    }

    private static AccountDetails details(@Nullable AccountBody stated) {
        return Objects.requireNonNullElse(stated, AccountBody.NOTHING).details();
    }

    @PostMapping("/{name}/password")
    PasswordReset resetPassword(
            @PathVariable String name, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        return accounts.resetPassword(name, new IdempotencyKey(key), actor);
    }
}
