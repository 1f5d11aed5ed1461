package city.onewindow.intake.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.CurrentActor;
import city.onewindow.identity.Role;
import city.onewindow.intake.PreReviewDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation of the staff's pages. */
@Configuration(proxyBeanMethods = false)
class IntakeNavigation {

    @Bean
    NavEntry deskEntry() {
        return NavEntry.desk("/desk", "intake.nav.desk", 100, Role.CLERK);
    }

    @Bean
    NavEntry preReviewEntry(PreReviewDesk desk) {
        return NavEntry.desk(PreReviewPages.LIST, "intake.nav.pre-reviews", 105, Role.CLERK)
                .counting(() -> CurrentActor.get().map(desk::count).orElse(0L));
    }
}
