package city.onewindow.audit.web;

import city.onewindow.frame.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entry in the navigation. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    NavEntry auditEntry() {
        return NavEntry.desk("/audit", "audit.nav", 910, "AUDITOR");
    }
}
