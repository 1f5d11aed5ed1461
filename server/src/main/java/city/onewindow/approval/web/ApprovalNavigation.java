package city.onewindow.approval.web;

import static city.onewindow.identity.Role.ADMINISTRATOR;
import static city.onewindow.identity.Role.AUDITOR;
import static city.onewindow.identity.Role.CERTIFIER;
import static city.onewindow.identity.Role.CLERK;
import static city.onewindow.identity.Role.DECIDER;
import static city.onewindow.identity.Role.HEAD;
import static city.onewindow.identity.Role.ISSUING_CLERK;
import static city.onewindow.identity.Role.LEAD_DEPARTMENT;
import static city.onewindow.identity.Role.MANAGER;
import static city.onewindow.identity.Role.REVIEWER;

import city.onewindow.approval.Slips;
import city.onewindow.frame.NavEntry;
import city.onewindow.identity.CurrentActor;
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
        return NavEntry.desk("/inbox", "approval.nav.inbox", 200, REVIEWER, DECIDER, CERTIFIER, HEAD);
    }

    @Bean
    NavEntry consultationsEntry() {
        return NavEntry.desk("/consultations", "approval.nav.consultations", 210, REVIEWER, DECIDER);
    }

    @Bean
    NavEntry slipsEntry(Slips slips) {
        return NavEntry.desk("/slips", "approval.nav.slips", 416, CLERK, REVIEWER, DECIDER, CERTIFIER, HEAD, MANAGER)
                .counting(() -> CurrentActor.get().map(slips::count).orElse(0L));
    }

    @Bean
    NavEntry inspectionsEntry() {
        return NavEntry.desk(
                "/inspections", "approval.nav.inspections", 415, REVIEWER, DECIDER, LEAD_DEPARTMENT, MANAGER, AUDITOR);
    }

    @Bean
    NavEntry cardsEntry() {
        return NavEntry.desk(
                "/cards",
                "approval.nav.cards",
                420,
                REVIEWER,
                DECIDER,
                CERTIFIER,
                HEAD,
                ISSUING_CLERK,
                LEAD_DEPARTMENT,
                MANAGER,
                AUDITOR);
    }

    @Bean
    NavEntry leavesEntry() {
        return NavEntry.desk(
                "/leaves", "approval.nav.leaves", 430, REVIEWER, DECIDER, CERTIFIER, HEAD, MANAGER, ADMINISTRATOR);
    }

    @Bean
    NavEntry overviewEntry() {
        return NavEntry.desk("/overview", "approval.nav.overview", 400, LEAD_DEPARTMENT, MANAGER);
    }

    @Bean
    NavEntry casesEntry() {
        return NavEntry.desk(
                "/cases",
                "approval.nav.cases",
                410,
                CLERK,
                REVIEWER,
                DECIDER,
                CERTIFIER,
                HEAD,
                ISSUING_CLERK,
                LEAD_DEPARTMENT,
                MANAGER,
                AUDITOR);
    }
}
