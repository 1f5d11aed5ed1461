package city.onewindow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallThingsTest {

    @DisplayName("姓名、电话、证件号码按规矩掩码")
    @ParameterizedTest
    @CsvSource({
        "name, 张三, 张*",
        "name, 李小敏, 李*敏",
        "name, 欧阳明日, 欧**日",
        "name, 𠮷田, 𠮷*",
        "name, 王, 王",
        "id, 410311199001010001, 410311********0001",
        "id, E12345678, E******78",
        "id, A12, A**"
    })
    void masks(String kind, String text, String masked) {
        String shown = switch (kind) {
            case "name" -> Masking.name(text);
            default -> Masking.idNumber(text);
        };

        assertThat(shown).isEqualTo(masked);
    }

    @DisplayName("防重标识只收 8 至 64 个可见字符")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "1234 5678",
                "12345678\n",
                "订单一二三四五六",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesBadIdempotencyKeys(String key) {
        assertThatThrownBy(() -> new IdempotencyKey(key)).isInstanceOf(Problem.InvalidInput.class);
    }

    @DisplayName("随机码够长、好认、不重样")
    @Test
    void makesCodes() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(Codes.query());
        }

        assertThat(codes).hasSize(1000).allMatch(code -> code.matches("[34679ACDEFGHJKMNPQRTWXY]{8}"));
        assertThat(Codes.verify()).hasSize(16);
    }

    @DisplayName("多读一行只为知道还有没有下一页")
    @Test
    void slices() {
        assertThat(Slice.of(List.of(1, 2, 3), 2, String::valueOf)).isEqualTo(new Slice<>(List.of(1, 2), "2"));
        assertThat(Slice.of(List.of(1, 2), 2, String::valueOf)).isEqualTo(new Slice<>(List.of(1, 2), null));
        assertThat(new Slice<>(List.of(1), "1").map(n -> "#" + n)).isEqualTo(new Slice<>(List.of("#1"), "1"));
        assertThat(Slice.size(null)).isEqualTo(20);
        assertThatThrownBy(() -> Slice.size(101)).hasMessageContaining("1 到 100");
    }
}
