package city.onewindow.approval.web;

import city.onewindow.approval.Slips;
import city.onewindow.frame.NavEntry;
import city.onewindow.identity.CurrentActor;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class ApprovalNavigation {

    @Bean
    NavEntry trackEntry() {
        return NavEntry.open("/track", "approval.nav.track", 40);
    }

    @Bean
    NavEntry inboxEntry() {
        return NavEntry.desk(
                "/inbox",
                "approval.nav.inbox",
                200,
                Role.REVIEWER.name(),
                Role.DECIDER.name(),
                Role.CERTIFIER.name(),
                Role.HEAD.name());
    }

    @Bean
    NavEntry consultationsEntry() {
        return NavEntry.desk(
                "/consultations", "approval.nav.consultations", 210, Role.REVIEWER.name(), Role.DECIDER.name());
    }

    @Bean
    NavEntry slipsEntry(Slips slips) {
        return NavEntry.desk(
                        "/slips",
                        "approval.nav.slips",
                        416,
                        Role.CLERK.name(),
                        Role.REVIEWER.name(),
                        Role.DECIDER.name(),
                        Role.CERTIFIER.name(),
                        Role.HEAD.name(),
                        Role.MANAGER.name())
                .counting(() -> CurrentActor.get().map(slips::count).orElse(0L));
    }

    @Bean
    NavEntry inspectionsEntry() {
        return NavEntry.desk(
                "/inspections",
                "approval.nav.inspections",
                415,
                Role.REVIEWER.name(),
                Role.DECIDER.name(),
                Role.LEAD_DEPARTMENT.name(),
                Role.MANAGER.name(),
                Role.AUDITOR.name());
    }

    @Bean
    NavEntry cardsEntry() {
        return NavEntry.desk(
                "/cards",
                "approval.nav.cards",
                420,
                Role.REVIEWER.name(),
                Role.DECIDER.name(),
                Role.CERTIFIER.name(),
                Role.HEAD.name(),
                Role.ISSUING_CLERK.name(),
                Role.LEAD_DEPARTMENT.name(),
                Role.MANAGER.name(),
                Role.AUDITOR.name());
    }

    @Bean
    NavEntry leavesEntry() {
        return NavEntry.desk(
                "/leaves",
                "approval.nav.leaves",
                430,
                Role.REVIEWER.name(),
                Role.DECIDER.name(),
                Role.CERTIFIER.name(),
                Role.HEAD.name(),
                Role.MANAGER.name(),
                Role.ADMINISTRATOR.name());
    }

    @Bean
    NavEntry overviewEntry() {
        return NavEntry.desk(
                "/overview", "approval.nav.overview", 400, Role.LEAD_DEPARTMENT.name(), Role.MANAGER.name());
    }

    @Bean
    NavEntry casesEntry() {
        return NavEntry.desk(
                "/cases",
                "approval.nav.cases",
                410,
                Role.CLERK.name(),
                Role.REVIEWER.name(),
                Role.DECIDER.name(),
                Role.CERTIFIER.name(),
                Role.HEAD.name(),
                Role.ISSUING_CLERK.name(),
                Role.LEAD_DEPARTMENT.name(),
                Role.MANAGER.name(),
                Role.AUDITOR.name());
    }
}
