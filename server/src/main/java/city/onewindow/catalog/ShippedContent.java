package city.onewindow.catalog;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Loads the shipped content at the start, before the first request can find the catalog empty. */
@Component
class ShippedContent implements SmartInitializingSingleton {

    private final Catalogs catalogs;
    private final boolean wanted;

    ShippedContent(Catalogs catalogs, Environment settings) {
        this.catalogs = catalogs;
        this.wanted = settings.getProperty("onewindow.content.shipped", Boolean.class, true);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted) {
            catalogs.importShipped();
        }
    }
}
