package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.field;
import static city.onewindow.catalog.CatalogBuilder.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("一表的检查")
class FormCheckTest {

    private static final Constraint ROWS = new ConstraintBuilder()
            .columns(List.of("holder", "amount", "since"), List.of("since"))
            .minRows(1)
            .build();
    private static final Constraint PHONE =
            new ConstraintBuilder().regex("^1[3-9]\\d{9}$").build();
    private static final Constraint ID_NUMBER = new ConstraintBuilder()
            .max("18")
            .checksum("gb11643", "id_type == 'id_card'")
            .build();

    private static final Catalog CATALOG = new CatalogBuilder()
            .element(
                    "name",
                    FieldType.TEXT,
                    new ConstraintBuilder().min("2").max("5").build())
            .element(
                    "amount",
                    FieldType.MONEY,
                    new ConstraintBuilder().min("0").max("1000").scale(2).build())
            .element("since", FieldType.DATE, Constraint.NONE)
            .element("phone", FieldType.PHONE, PHONE)
            .element("kind", FieldType.CHOICE, Constraint.NONE, new Option("a", "甲"), new Option("b", "乙"))
            .element("tags", FieldType.MULTICHOICE, Constraint.NONE, new Option("x", "x"), new Option("y", "y"))
            .element(
                    "id_type",
                    FieldType.CHOICE,
                    Constraint.NONE,
                    new Option("id_card", "身份证"),
                    new Option("passport", "护照"),
                    new Option("other", "其他"))
            .element("id_number", FieldType.PERSON_ID, ID_NUMBER)
            .element("place", FieldType.REGION, Constraint.NONE)
            .element("extra", FieldType.TEXT, Constraint.NONE)
            .element("holder")
            .element("holders", FieldType.TABLE, ROWS)
            .item(
                    "证",
                    "证",
                    List.of(
                            field("name", true, ""),
                            field("amount", false, ""),
                            field("since", false, ""),
                            field("phone", false, ""),
                            field("kind", true, ""),
                            field("tags", false, ""),
                            field("id_type", false, ""),
                            field("id_number", false, ""),
                            field("place", false, ""),
                            field("extra", true, "kind == 'b'"),
                            field("holders", true, "")),
                    List.of())
            .thing("事", List.of(member("证", "证", false)), List.of(), List.of())
            .build();

    private static final FormCheck CHECK = new FormCheck(
            CATALOG,
            Merge.of(CATALOG, Errand.of(CATALOG, CATALOG.oneThings().iterator().next(), Map.of())));

    private static FormValues one(String code, String value) {
        return new FormValues(Map.of(code, value), Map.of());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("填错的值在它的栏目上说明错在哪里")
    @CsvSource({
        "name, 一, 至少2个字",
        "name, 一二三四五六, 最多5个字",
        "amount, 12元, 应为数字",
        "amount, 1.234, 最多2位小数",
        "amount, -1, 不能小于0",
        "amount, 1000.01, 不能大于1000",
        "since, 2025-02-30, 应为一个存在的日期",
        "since, 2025/2/3, 应为一个存在的日期",
        "phone, 12345, 格式不对",
        "kind, c, 没有「c」这一项，可选：a（甲）、b（乙）",
        "tags, x|z, 没有「z」这一项",
        "tags, x|x, 有一项选了两次",
        "place, 洛阳, 应为6位行政区划代码",
        "nothing, 1, 没有「nothing」这一栏",
    })
    void aWrongValueIsToldAtItsField(String code, String value, String message) {
        assertThat(CHECK.faults(one(code, value))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/form/" + code);
            assertThat(fault.message()).contains(message);
        });
        assertThat(CHECK.saying(CheckWords.english()).faults(one(code, value)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/form/" + code);
                    assertThat(fault.message()).as("in English").matches("[\\p{ASCII}“”]+\\.");
                });
    }

    @Test
    @DisplayName("电话栏收境外的号码，要带国家或地区代码")
    void phonesAbroad() {
        assertThat(CHECK.faults(one("phone", "+85251234567"))).isEmpty();
        assertThat(CHECK.faults(one("phone", "85251234567"))).hasSize(1);
    }

    @Test
    @DisplayName("校验码只在证件是居民身份证时核对")
    void checksumHangsOnAnotherField() {
        Map<String, String> passport = Map.of("id_type", "passport", "id_number", "E12345678");
        Map<String, String> card = Map.of("id_type", "id_card", "id_number", "E12345678");
        assertThat(CHECK.faults(new FormValues(passport, Map.of()))).isEmpty();
        assertThat(CHECK.faults(new FormValues(card, Map.of()))).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("别的证件按选的那一种核对，与申请人一栏一样；没有选的，像公民身份号码的按它核对")
    @CsvSource({
        "other, 41000012345, ''",
        "other, 12345, 其他证件号码应为 6 至 20 位",
        "'', 41000012345, 应为18位，现为11位",
        "'', E12345678, ''"
    })
    void theChosenDocumentJudgesItsNumber(String type, String number, String message) {
        Map<String, String> typed =
                type.isEmpty() ? Map.of("id_number", number) : Map.of("id_type", type, "id_number", number);
        assertThat(CHECK.faults(new FormValues(typed, Map.of())).stream()
                        .map(Fault::message)
                        .collect(Collectors.joining()))
                .contains(message)
                .hasSizeLessThan(message.isEmpty() ? 1 : 200);
    }

    @Test
    @DisplayName("栏目随数字、日期出现：达到了才问，没达到的不问，也不算数")
    void fieldsHangOnNumbersAndDates() {
        Catalog catalog = new CatalogBuilder()
                .element("area", FieldType.NUMBER, Constraint.NONE)
                .element("since", FieldType.DATE, Constraint.NONE)
                .element("fire")
                .item(
                        "证",
                        "证",
                        List.of(
                                field("area", true, ""),
                                field("since", true, ""),
                                field("fire", true, "area >= 200 and since < '2020-01-01'")),
                        List.of())
                .thing("事", List.of(member("证", "证", false)), List.of(), List.of())
                .build();
        FormCheck check = new FormCheck(
                catalog,
                Merge.of(
                        catalog,
                        Errand.of(catalog, catalog.oneThings().iterator().next(), Map.of())));
        Map<String, String> large = Map.of("area", "200.5", "since", "2019-12-31");
        assertThat(check.open(new FormValues(large, Map.of())))
                .extracting(Fault::pointer)
                .containsExactly("/form/fire");
        Map<String, String> small = Map.of("area", "99", "since", "2019-12-31", "fire", "有");
        assertThat(check.open(new FormValues(small, Map.of()))).isEmpty();
        assertThat(check.applicable(new FormValues(small, Map.of())).has("fire"))
                .isFalse();
    }

    @Test
    @DisplayName("没填的必填栏目只在受理前提出；随其他栏目出现的，出现了才必填")
    void whatIsMissingIsToldBeforeAcceptance() {
        assertThat(CHECK.open(FormValues.EMPTY))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/form/name", "/form/kind", "/form/holders");
        FormValues other = new FormValues(
                Map.of("name", "张三", "kind", "b"), Map.of("holders", List.of(Map.of("holder", "李四", "amount", "1"))));
        assertThat(CHECK.open(other)).extracting(Fault::pointer).containsExactly("/form/extra");
    }

    @Test
    @DisplayName("换了事项后表上没有的旧值、隐藏栏目里的旧值都不妨碍受理")
    void whatNoLongerCountsIsNoGap() {
        FormValues values = new FormValues(
                Map.of("name", "张三", "kind", "a", "extra", "旧值", "gone", "旧事项的值"),
                Map.of("holders", List.of(Map.of("holder", "李四", "amount", "1"))));
        assertThat(CHECK.open(values)).isEmpty();
        assertThat(CHECK.faults(values)).extracting(Fault::pointer).containsExactly("/form/gone");
    }

    @Test
    @DisplayName("改了回答后隐藏的栏目不算数")
    void hiddenValuesDoNotCount() {
        FormValues values = new FormValues(Map.of("name", "张三", "kind", "a", "extra", "旧值"), Map.of());
        assertThat(CHECK.applicable(values).has("extra")).isFalse();
        assertThat(CHECK.applicable(values).text("name")).isEqualTo("张三");
    }

    @Test
    @DisplayName("已隐藏的栏目里的旧值，不再决定别的栏目要不要填")
    void hiddenValuesDecideNothing() {
        Catalog catalog = new CatalogBuilder()
                .element("a")
                .element("b")
                .element("c")
                .item(
                        "证",
                        "证",
                        List.of(field("a", true, ""), field("b", true, "a == 'yes'"), field("c", true, "b == 'x'")),
                        List.of())
                .thing("事", List.of(member("证", "证", false)), List.of(), List.of())
                .build();
        FormCheck check = new FormCheck(
                catalog,
                Merge.of(
                        catalog,
                        Errand.of(catalog, catalog.oneThings().iterator().next(), Map.of())));
        FormValues hidden = new FormValues(Map.of("a", "no", "b", "x"), Map.of());
        FormValues shown = new FormValues(Map.of("a", "yes", "b", "x"), Map.of());
        assertThat(check.open(hidden)).isEmpty();
        assertThat(check.applicable(hidden).codes()).containsExactly("a");
        assertThat(check.open(shown)).extracting(Fault::pointer).containsExactly("/form/c");
    }

    @Test
    @DisplayName("表格逐行逐格检查")
    void tablesAreCheckedCellByCell() {
        FormValues rows = new FormValues(
                Map.of(),
                Map.of("holders", List.of(Map.of("holder", "甲", "amount", "1"), Map.of("amount", "很多", "who", "?"))));
        assertThat(CHECK.faults(rows))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/form/holders/1/amount", "/form/holders/1/who");
        assertThat(CHECK.faults(one("holders", "x"))).hasSize(1);
    }

    @Test
    @DisplayName("表格每一行的每一列都要填，标明可空的除外；还没填齐的可以先存，受理前逐格说明")
    void everyRowIsToBeFilledInWhole() {
        FormValues rows = new FormValues(
                Map.of("name", "张三", "kind", "a"),
                Map.of("holders", List.of(Map.of("holder", "甲", "amount", "1"), Map.of("since", "2026-01-01"))));
        assertThat(CHECK.faults(rows)).isEmpty();
        assertThat(CHECK.open(rows))
                .extracting(Fault::pointer)
                .containsExactly("/form/holders/1/holder", "/form/holders/1/amount");
        assertThat(CHECK.open(rows)).extracting(Fault::message).first(STRING).contains("第2行", "「holder」还没有填写");
    }

    @Test
    @DisplayName("JSON 里只有文字和表格")
    void jsonIsTextsAndTables() {
        FormValues values = FormValues.ofJson(Map.of("amount", 12, "holders", List.of(Map.of("holder", "甲"))));
        assertThat(values.text("amount")).isEqualTo("12");
        assertThat(FormValues.ofJson(values.toJson())).isEqualTo(values);
        assertThatThrownBy(() -> FormValues.ofJson(Map.of(
                        "name", Map.of("a", "b"), "kind", true, "holders", List.of("甲", Map.of("holder", false)))))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactlyInAnyOrder(
                                        "/form/name", "/form/kind", "/form/holders/0", "/form/holders/1/holder"));
    }
}
