package city.onewindow.identity;

import city.onewindow.kernel.Centre;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets people into the pages. */
@Component
class PageSignIn implements AuthenticationProvider {

    private final SignIn signIn;
    private final Workplaces workplaces;
    private final String region;

    PageSignIn(SignIn signIn, Workplaces workplaces, Centre centre) {
        this.signIn = signIn;
        this.workplaces = workplaces;
        this.region = centre.region();
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Account account = signIn.verify(asked.getName(), String.valueOf(asked.getCredentials()), Channel.PAGE);
        return granted(account, region, workplaces.of(account.details()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** Whoever must change the password first has no role until then. */
    static Authentication granted(Account account, String region, String workplace) {
        Actor actor = account.actor();
        Set<Role> roles = account.mustChangePassword() ? Set.of() : actor.roles();
        Actor acting =
                new Actor(actor.account(), actor.name(), roles, actor.department(), actor.window(), actor.kind());
        List<SimpleGrantedAuthority> authorities = roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        SignedIn principal = new SignedIn(region, acting, workplace, account.mustChangePassword());
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
    }
}
