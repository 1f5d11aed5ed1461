package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.WaitingRevisions;
import city.onewindow.frame.NavEntry;
import city.onewindow.identity.CurrentActor;
import city.onewindow.identity.Role;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to these pages in the staff's navigation. */
@Configuration(proxyBeanMethods = false)
class RevisionNavigation {

    @Bean
    NavEntry editionsEntry() {
        return NavEntry.desk(
                "/editions",
                "catalog.nav.editions",
                425,
                Role.LIAISON,
                Role.LEAD_DEPARTMENT,
                Role.MANAGER,
                Role.AUDITOR,
                Role.ADMINISTRATOR);
    }

    @Bean
    NavEntry revisionsEntry(WaitingRevisions revisions) {
        return NavEntry.desk(
                        "/revisions",
                        "catalog.nav.revisions",
                        420,
                        Role.LIAISON,
                        Role.LEAD_DEPARTMENT,
                        Role.MANAGER,
                        Role.AUDITOR)
                .counting(() ->
                        CurrentActor.get().map(revisions::of).map(List::size).orElse(0));
    }
}
