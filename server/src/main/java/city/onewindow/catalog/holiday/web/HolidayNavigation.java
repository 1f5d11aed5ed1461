package city.onewindow.catalog.holiday.web;

import city.onewindow.frame.NavEntry;
import city.onewindow.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the holidays in the staff's navigation. */
@Configuration(proxyBeanMethods = false)
class HolidayNavigation {

    @Bean
    NavEntry holidaysEntry() {
        return NavEntry.desk("/holidays", "catalog.nav.holidays", 460, Role.MANAGER);
    }
}
