package city.onewindow.audit.web;

import city.onewindow.frame.NavEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entry in the navigation. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    /** Its role by name: roles are identity's, which lies above. */
    @Bean
    NavEntry auditEntry() {
        return new NavEntry("/audit", "audit.nav", List.of("AUDITOR"), 910, () -> 0);
    }
}
