package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("事项目录")
class CatalogsTest extends HouseTest {

    @Test
    @DisplayName("启动后已载入随程序提供的内容")
    void shippedIsLoaded() {
        Catalog catalog = catalogs.current();
        assertThat(catalog.edition()).isPositive();
        assertThat(catalog.oneThings()).hasSizeGreaterThanOrEqualTo(29);
        assertThat(catalog.oneThingByCode("qykb")).isPresent();
    }

    @Test
    @DisplayName("再载入一次什么都不变")
    void shippedTwice() {
        int before = catalogs.current().edition();
        catalogs.importShipped();
        assertThat(catalogs.current().edition()).isEqualTo(before);
    }
}
