package city.onewindow.connection.web;

import city.onewindow.connection.Deliveries;
import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** This room's entry in the navigation, with what was given up. */
@Configuration(proxyBeanMethods = false)
class ConnectionNavigation {

    @Bean
    NavEntry systemsEntry(Deliveries deliveries) {
        return NavEntry.desk("/systems", "connection.nav", 530, Role.MANAGER.name(), Role.ADMINISTRATOR.name())
                .counting(() -> givenUp(deliveries));
    }

    /** Pages that tell a failure have a navigation, too, and are needed most where the database doesn't answer. */
    private static long givenUp(Deliveries deliveries) {
        try {
            return deliveries.givenUp();
        } catch (DataAccessException | TransactionException gone) {
            return 0;
        }
    }
}
