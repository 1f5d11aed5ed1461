package city.onewindow.identity.web;

import city.onewindow.identity.Actor;
import city.onewindow.identity.OwnPassword;
import city.onewindow.identity.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever calls, for themselves. */
@RestController
@RequestMapping("/api/me")
@PreAuthorize("isAuthenticated()")
@Tag(name = "me", description = "当前账号")
class MeApi {

    private final OwnPassword ownPassword;

    MeApi(OwnPassword ownPassword) {
        this.ownPassword = ownPassword;
    }

    /** The account that a call is made with. */
    record Me(
            String account,
            String name,
            Set<Role> roles,
            String department,
            @Nullable String window) {}

    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) {}

    @GetMapping
    Me me(Actor actor) {
        return new Me(actor.account(), actor.name(), actor.roles(), actor.department(), actor.window());
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange body, Actor actor) {
        ownPassword.change(
                actor,
                Objects.requireNonNullElse(body.oldPassword(), ""),
                Objects.requireNonNullElse(body.newPassword(), ""));
    }
}
