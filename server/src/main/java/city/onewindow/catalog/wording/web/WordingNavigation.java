package city.onewindow.catalog.wording.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the wordings in the staff's navigation. */
@Configuration(proxyBeanMethods = false)
class WordingNavigation {

    @Bean
    NavEntry wordingsEntry() {
        return NavEntry.desk("/wordings", "catalog.nav.wordings", 465, Role.MANAGER);
    }
}
