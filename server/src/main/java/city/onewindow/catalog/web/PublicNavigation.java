package city.onewindow.catalog.web;

import city.onewindow.frame.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entries in the navigation of the public pages. */
@Configuration(proxyBeanMethods = false)
class PublicNavigation {

    @Bean
    NavEntry homeEntry() {
        return NavEntry.open("/", "catalog.nav.home", 10);
    }

    @Bean
    NavEntry itemsEntry() {
        return NavEntry.open("/items", "catalog.nav.items", 20);
    }

    @Bean
    NavEntry mergeEntry() {
        return NavEntry.open("/merge", "catalog.nav.merge", 30);
    }

    @Bean
    NavEntry helpEntry() {
        return NavEntry.open("/help", "catalog.nav.help", 90);
    }
}
