package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.field;
import static city.onewindow.catalog.CatalogBuilder.member;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("一表里的日期：不能晚于、早于今天的，不能早于开始的")
class FormDatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Catalog CATALOG = new CatalogBuilder()
            .element(
                    "resolved",
                    FieldType.DATE,
                    new ConstraintBuilder().when(Constraint.When.PAST).build())
            .element(
                    "valid_to",
                    FieldType.DATE,
                    new ConstraintBuilder().when(Constraint.When.FUTURE).build())
            .element("start", FieldType.DATE, Constraint.NONE)
            .element(
                    "end",
                    FieldType.DATE,
                    new ConstraintBuilder().notBefore("start").build())
            .element(
                    "stays",
                    FieldType.TABLE,
                    new ConstraintBuilder()
                            .columns(List.of("start", "end"), List.of())
                            .build())
            .item(
                    "证",
                    "证",
                    List.of(
                            field("resolved", false, ""),
                            field("valid_to", false, ""),
                            field("start", false, ""),
                            field("end", false, ""),
                            field("stays", false, "")),
                    List.of())
            .thing("事", List.of(member("证", "证", false)), List.of(), List.of())
            .build();

    private static final FormCheck EXAMPLE = new FormCheck(
            CATALOG,
            Merge.of(CATALOG, Errand.of(CATALOG, CATALOG.oneThings().iterator().next(), Map.of())));
    private static final FormCheck CHECK = EXAMPLE.on(TODAY);

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("在今天的另一边的，说今天是哪一天；示例不看今天")
    @CsvSource({
        "resolved, 2199-01-01, 「resolved」不能晚于今天（2026年11月24日），现在是2199年1月1日。请核对。",
        "resolved, 2026-11-25, 不能晚于今天",
        "valid_to, 2026-11-23, 不能早于今天",
    })
    void onTheOtherSideOfToday(String code, String date, String message) {
        FormValues values = new FormValues(Map.of(code, date), Map.of());
        assertThat(CHECK.faults(values)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/form/" + code);
            assertThat(fault.message()).contains(message);
        });
        assertThat(CHECK.saying(CheckWords.english()).faults(values))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("“" + code + "” may not be")
                        .contains("today (2026-11-24)"));
        assertThat(EXAMPLE.faults(values)).isEmpty();
    }

    @Test
    @DisplayName("今天在两边都算")
    void today() {
        FormValues values = new FormValues(Map.of("resolved", "2026-11-24", "valid_to", "2026-11-24"), Map.of());
        assertThat(CHECK.open(values)).isEmpty();
    }

    @Test
    @DisplayName("止早于起的，受理前说；还在改时照样保存；表格里一行一行比")
    void ends() {
        Map<String, String> wrong = Map.of("start", "2026-05-02", "end", "2026-05-01");
        Map<String, String> right = Map.of("start", "2026-05-02", "end", "2026-05-02");
        FormValues values = new FormValues(wrong, Map.of("stays", List.of(right, wrong)));
        assertThat(CHECK.faults(values)).isEmpty();
        assertThat(CHECK.open(values)).extracting(Fault::pointer).containsExactly("/form/end", "/form/stays/1/end");
        assertThat(CHECK.open(values).get(0).message()).isEqualTo("「end」（2026年5月1日）不能早于「start」（2026年5月2日）。请核对这两个日期。");
        assertThat(CHECK.saying(CheckWords.english()).open(values).get(0).message())
                .isEqualTo("“end” (2026-05-01) may not be earlier than “start” (2026-05-02). Please check both dates.");
        assertThat(CHECK.open(new FormValues(
                        right, Map.of("stays", List.of(Map.of("start", "2026-05-02", "end", "2027-01-01"))))))
                .isEmpty();
    }
}
