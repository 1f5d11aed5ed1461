package city.onewindow.identity.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityNavigation {

    @Bean
    NavEntry accountsEntry() {
        return NavEntry.desk("/accounts", "identity.nav.accounts", 900, Role.ADMINISTRATOR);
    }

    @Bean
    NavEntry passwordEntry() {
        return NavEntry.desk("/account/password", "identity.nav.password", 990, Role.values());
    }
}
