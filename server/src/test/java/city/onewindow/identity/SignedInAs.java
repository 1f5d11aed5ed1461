package city.onewindow.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a test of pages act as somebody, without an account: {@code mvc.perform(get("/inbox").with(SignedInAs.of(actor)))}. */
public final class SignedInAs {

    private SignedInAs() {}

    public static RequestPostProcessor of(Actor actor) {
        List<SimpleGrantedAuthority> authorities = actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        SignedIn principal = new SignedIn("410300", actor, "", false);
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
    }

    public static RequestPostProcessor role(Role role) {
        return of(actor("test-" + role.name().toLowerCase(java.util.Locale.ROOT), "scjg", null, role));
    }

    public static Actor actor(String account, String department, @Nullable String window, Role... roles) {
        return new Actor(account, account, Set.of(roles), department, window);
    }
}
