package city.onewindow.window.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.CurrentActor;
import city.onewindow.identity.Role;
import city.onewindow.window.filing.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** This room's entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class WindowNavigation {

    @Bean
    NavEntry annexesEntry(Rounds rounds) {
        return NavEntry.desk(
                        "/annexes",
                        "window.nav.annexes",
                        520,
                        Role.LIAISON.name(),
                        Role.LEAD_DEPARTMENT.name(),
                        Role.MANAGER.name(),
                        Role.AUDITOR.name())
                .counting(() -> waiting(rounds));
    }

    /** Pages that tell a failure have a navigation, too, and are needed most where the database doesn't answer. */
    private static long waiting(Rounds rounds) {
        try {
            return CurrentActor.get().map(rounds::waiting).orElse(0L);
        } catch (DataAccessException | TransactionException gone) {
            return 0;
        }
    }
}
