package city.onewindow.catalog.revision.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to these pages in the staff's navigation. */
@Configuration(proxyBeanMethods = false)
class RevisionNavigation {

    @Bean
    NavEntry revisionsEntry() {
        return NavEntry.desk(
                "/revisions",
                "catalog.nav.revisions",
                420,
                Role.LIAISON.name(),
                Role.LEAD_DEPARTMENT.name(),
                Role.MANAGER.name(),
                Role.AUDITOR.name());
    }
}
