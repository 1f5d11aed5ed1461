package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("窗口留下的纸质件")
class PaperMaterialTest extends HouseTest {

    private static final Actor CLERK = SignedInAs.actor("clerk-shop", "scjg", "ssdj", Role.CLERK);

    @Test
    @DisplayName("核对后当场退还的原件不在窗口手里，不算；留下的原件、复印件算")
    void givenBack() {
        Dossier checked = checked();
        List<MergedMaterial> seen = checked.merge().materials();
        assertThat(seen).anyMatch(PaperMaterialTest::isGivenBack).anyMatch(one -> !isGivenBack(one));
        assertThat(checked.paper(checked.merge().errand().items().stream()
                        .map(CaseItem::name)
                        .collect(Collectors.toSet())))
                .extracting(PaperMaterial::key)
                .containsExactlyElementsOf(seen.stream()
                        .filter(one -> !isGivenBack(one))
                        .map(MergedMaterial::key)
                        .toList());
    }

    private static boolean isGivenBack(MergedMaterial material) {
        return material.form() == MaterialForm.ORIGINAL && material.copies() == 0;
    }

    private Dossier checked() {
        String code = catalogs.current().oneThingNamed("开办餐饮店一件事").orElseThrow().code();
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, Counter.ID_NUMBER, "13800000000", null);
        Dossier dossier = intake.begin(
                new NewApplication(new ErrandChoice(code, List.of(), Map.of()), applicant),
                CLERK,
                new IdempotencyKey(UUID.randomUUID().toString()));
        for (MergedMaterial material : dossier.merge().materials()) {
            dossier = intake.check(Counter.number(dossier), Counter.seen(material), CLERK);
        }
        return dossier;
    }
}
