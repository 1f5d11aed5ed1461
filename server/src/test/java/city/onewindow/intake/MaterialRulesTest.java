package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.MergedMaterial.Origin;
import city.onewindow.catalog.Requirement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaterialRulesTest {

    private static MergedMaterial shared(Origin origin) {
        return new MergedMaterial(
                "M",
                "身份证",
                Requirement.REQUIRED,
                MaterialForm.COPY,
                1,
                origin,
                "",
                "",
                "人口库",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    @DisplayName("有一个事项不能共享获取的，就要收取；每个事项都能共享的，才可以共享获取")
    void fetchedOnlyIfEveryItemCanBeServedSo() {
        assertThat(MaterialRules.ways(shared(Origin.APPLICANT))).doesNotContain(Way.FETCHED);
        assertThat(MaterialRules.ways(shared(Origin.FETCHED))).contains(Way.FETCHED);
        assertThat(MaterialRules.ways(shared(Origin.FORM))).contains(Way.SIGNED).doesNotContain(Way.FETCHED);
    }
}
