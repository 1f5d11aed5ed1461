package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("全程网办：在家能办到哪一步")
class RemoteTest {

    @Test
    @DisplayName("部门没有写明办理形式的，先预审再申请；写明的直接申请；要到现场的只能预审，说明为什么")
    void offers() {
        Catalog catalog = new CatalogBuilder()
                .item("证", "证", List.of(), List.of())
                .thing("事", List.of(member("证", "证", false)), List.of(), List.of())
                .build();
        Errand errand = Errand.of(catalog, catalog.oneThings().iterator().next(), Map.of());
        assertThat(Remote.of(errand).offer()).as("nobody said").isEqualTo(Remote.Offer.LOOK_THEN_APPLY);
        assertThat(new Remote(List.of(), true).offer()).isEqualTo(Remote.Offer.APPLY);
        Remote visit = new Remote(List.of(new Remote.Presence(Remote.Presence.Kind.VISIT, "证", "要拍照")), true);
        assertThat(visit.offer()).isEqualTo(Remote.Offer.LOOK);
        assertThat(visit.words()).containsExactly("「证」要到现场办（要拍照）");
    }
}
