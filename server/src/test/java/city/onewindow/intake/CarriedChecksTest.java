package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.MergedMaterial.Origin;
import city.onewindow.catalog.Requirement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CarriedChecksTest {

    private static final UUID FILE = UUID.randomUUID();

    private static MergedMaterial material(Requirement requirement, MaterialForm form, String... points) {
        return new MergedMaterial(
                "M",
                "场地证明",
                requirement,
                form,
                1,
                Origin.APPLICANT,
                "",
                "",
                "",
                "",
                List.of(points),
                List.of(),
                List.of());
    }

    private static Merge asking(MergedMaterial... materials) {
        return new Merge(
                new Errand(null, List.of(), Map.of(), List.of(), List.of()), List.of(), List.of(materials), List.of());
    }

    private static List<CheckedMaterial> carried(CheckedMaterial checked, Merge before, Merge after) {
        return new CarriedChecks(before, after).of(Map.of("M", checked));
    }

    private static List<Gap> gaps(Merge merge, CheckedMaterial checked) {
        Catalog catalog = new Catalog(1, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        return new Gaps(merge, new FormCheck(catalog, merge)).of(Map.of("M", checked), Map.of());
    }

    @Test
    @DisplayName("改了事项后，原来可以容缺的成了必要材料，不能再凭容缺受理")
    void whatMayNoLongerFollowIsAGap() {
        CheckedMaterial deferred = new CheckedMaterial("M", Way.DEFERRED, List.of(), "", List.of());
        Merge before = asking(material(Requirement.DEFERRABLE, MaterialForm.COPY, "清晰"));
        Merge after = asking(material(Requirement.REQUIRED, MaterialForm.COPY, "清晰"));
        assertThat(gaps(before, deferred)).isEmpty();
        assertThat(gaps(after, deferred)).extracting(Gap::pointer).containsExactly("/materials/M");
        assertThat(carried(deferred, before, after)).isEmpty();
        assertThat(carried(deferred, before, before)).containsExactly(deferred);
    }

    @Test
    @DisplayName("核对过的审查要点跟着要点的内容走，不跟着序号走")
    void pointsAreCarriedByTheirText() {
        Merge before = asking(material(Requirement.REQUIRED, MaterialForm.COPY, "清晰", "在有效期内"));
        Merge after = asking(material(Requirement.REQUIRED, MaterialForm.COPY, "面积相符", "清晰"));
        CheckedMaterial met = new CheckedMaterial("M", Way.FILE, List.of(0, 1), "", List.of(FILE));
        assertThat(carried(met, before, after)).singleElement().satisfies(kept -> {
            assertThat(kept.pointsMet()).containsExactly(1);
            assertThat(kept.files()).containsExactly(FILE);
            assertThat(gaps(after, kept))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.remedy()).contains("面积相符").doesNotContain("清晰"));
        });
    }

    @Test
    @DisplayName("材料形式变了，或者材料一度不需要，收到的文件留着，要点重新核对")
    void filesStayAndPointsAreCheckedAgain() {
        Merge copy = asking(material(Requirement.REQUIRED, MaterialForm.COPY, "清晰"));
        Merge original = asking(material(Requirement.REQUIRED, MaterialForm.ORIGINAL, "清晰"));
        CheckedMaterial met = new CheckedMaterial("M", Way.FILE, List.of(0), "", List.of(FILE));
        assertThat(carried(met, copy, original))
                .extracting(CheckedMaterial::pointsMet)
                .containsExactly(List.of());
        assertThat(carried(met, copy, asking()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.pointsMet()).isEmpty());
    }

    @Test
    @DisplayName("没有审查要点的材料形式变了，要重新收取")
    void withoutPointsItIsTakenAgain() {
        Merge copy = asking(material(Requirement.REQUIRED, MaterialForm.COPY));
        Merge original = asking(material(Requirement.REQUIRED, MaterialForm.ORIGINAL));
        CheckedMaterial seen = new CheckedMaterial("M", Way.SEEN, List.of(), "", List.of());
        assertThat(carried(seen, copy, original)).isEmpty();
    }
}
