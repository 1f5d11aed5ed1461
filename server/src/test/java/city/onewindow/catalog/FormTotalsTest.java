package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.kernel.Fault;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("企业设立登记的表：股东的出资比例和地址")
class FormTotalsTest {

    private static FormCheck check;
    private static FormValues example;

    @BeforeAll
    static void company() throws IOException {
        Catalog catalog = new Catalog(
                1, ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content(), Map.of());
        Errand errand = new ErrandChoice("qykb", List.of(), Map.of()).in(catalog);
        Merge merge = Merge.of(catalog, errand);
        check = new FormCheck(catalog, merge);
        example = new ExampleForm(catalog, merge).values();
    }

    @ParameterizedTest
    @CsvSource({"100", "60 40", "33.33 33.33 33.33", "33.3333 33.3333 33.3334", "0 100"})
    @DisplayName("加起来是 100% 的，受理前没有要改的")
    void wholeSharesPass(String shares) {
        assertThat(check.open(shared(shares))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, 60%", "60 30, 90%", "100 100, 200%", "33.3 33.3 33.3, 99.9%"})
    @DisplayName("加起来不是 100% 的，说明合计多少；还在填时照样保存")
    void otherSharesAreTold(String shares, String sum) {
        assertThat(check.faults(shared(shares))).isEmpty();
        assertThat(check.open(shared(shares))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/form/shareholders");
            assertThat(fault.message()).contains("加起来是 " + sum, "应为 100%");
        });
    }

    @Test
    @DisplayName("有一行还没填比例时，只说那一行")
    void rowsComeBeforeTheirSum() {
        Map<String, String> first = example.rows("shareholders").get(0);
        Map<String, String> open = new HashMap<>(first);
        open.remove("subscribed_ratio");
        FormValues rows = example.with(Map.of(), Map.of("shareholders", List.of(first, open)));
        assertThat(check.open(rows))
                .extracting(Fault::pointer)
                .containsExactly("/form/shareholders/1/subscribed_ratio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "洛阳", "Room 101", "12345"})
    @DisplayName("找不到地方的不是地址")
    void wordsAreNoAddress(String typed) {
        FormValues values =
                example.without(Set.of("domicile_address")).with(Map.of("domicile_address", typed), Map.of());
        assertThat(check.faults(values))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("「住所」应写到路和门牌号", "例如 河南省"));
    }

    @Test
    @DisplayName("英文页面上，缺的、加起来不对的都用英文说")
    void inEnglish() {
        FormCheck english = check.saying(CheckWords.english());
        assertThat(english.open(FormValues.EMPTY))
                .hasSameSizeAs(check.open(FormValues.EMPTY))
                .allSatisfy(fault -> assertThat(fault.message()).matches("[^\\p{IsHan}]+\\."));
        assertThat(english.open(shared("60 30")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("adds up to 90 and should be 100"));
    }

    private static FormValues shared(String shares) {
        Map<String, String> first = example.rows("shareholders").get(0);
        List<Map<String, String>> rows = Arrays.stream(shares.split(" ", -1))
                .map(share -> {
                    Map<String, String> row = new HashMap<>(first);
                    row.put("subscribed_ratio", share);
                    return Map.copyOf(row);
                })
                .toList();
        return example.with(Map.of(), Map.of("shareholders", rows));
    }
}
