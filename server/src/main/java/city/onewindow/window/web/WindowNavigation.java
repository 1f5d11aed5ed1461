package city.onewindow.window.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.CurrentActor;
import city.onewindow.identity.Role;
import city.onewindow.window.filing.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class WindowNavigation {

    @Bean
    NavEntry annexesEntry(Rounds rounds) {
        return NavEntry.desk(
                        "/annexes",
                        "window.nav.annexes",
                        520,
                        Role.LIAISON,
                        Role.LEAD_DEPARTMENT,
                        Role.MANAGER,
                        Role.AUDITOR)
                .counting(() -> CurrentActor.get().map(rounds::waiting).orElse(0L));
    }
}
