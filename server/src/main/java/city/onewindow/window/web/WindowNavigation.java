package city.onewindow.window.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class WindowNavigation {

    @Bean
    NavEntry annexesEntry() {
        return NavEntry.desk(
                "/annexes",
                "window.nav.annexes",
                520,
                Role.LIAISON.name(),
                Role.LEAD_DEPARTMENT.name(),
                Role.MANAGER.name(),
                Role.AUDITOR.name());
    }
}
