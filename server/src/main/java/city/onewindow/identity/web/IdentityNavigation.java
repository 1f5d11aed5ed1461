package city.onewindow.identity.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityNavigation {

    @Bean
    NavEntry accountsEntry() {
        return NavEntry.desk("/accounts", "identity.nav.accounts", 900, Role.ADMINISTRATOR.name());
    }

    @Bean
    NavEntry passwordEntry() {
        String[] everybody = Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
        return NavEntry.desk("/account/password", "identity.nav.password", 990, everybody);
    }
}
