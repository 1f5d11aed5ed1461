package city.onewindow.connection.web;

import city.onewindow.connection.Deliveries;
import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entry in the navigation, with what was given up. */
@Configuration(proxyBeanMethods = false)
class ConnectionNavigation {

    @Bean
    NavEntry systemsEntry(Deliveries deliveries) {
        return NavEntry.desk("/systems", "connection.nav", 530, Role.MANAGER, Role.ADMINISTRATOR)
                .counting(deliveries::givenUp);
    }
}
