package city.onewindow.issuance.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entry in the navigation. */
@Configuration(proxyBeanMethods = false)
class IssuanceNavigation {

    @Bean
    NavEntry issuingEntry() {
        return NavEntry.desk("/issuing", "issuance.nav", 300, Role.ISSUING_CLERK);
    }
}
