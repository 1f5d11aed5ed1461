package city.onewindow.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    @DisplayName("标准样例逐条判对")
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/kernel/id-test-vectors.csv", numLinesToSkip = 1)
    void judgesTheVectors(String kind, String value, String expect) {
        Optional<String> refusal = switch (kind) {
            case "idcard" -> CitizenId.refusal(value);
            case "uscc" -> CreditCode.refusal(value);
            default -> throw new AssertionError("no such kind: " + kind);
        };

        assertThat(refusal.isEmpty()).as("%s", refusal).isEqualTo(expect.equals("valid"));
    }

    @DisplayName("公民身份号码不对时说清哪里不对")
    @ParameterizedTest
    @CsvSource({
        "1101051949123100, 应为18位，现为16位",
        "11010519491331002X, 19491331",
        "11010519490229002X, 19490229",
        "1101051949123100X2, 第17位“X”",
        "１10105194912310021, 第1位“１”",
        "110105194912310021, 校验码不符"
    })
    void tellsWhatIsWrongWithACitizenId(String value, String reason) {
        assertThat(CitizenId.refusal(value))
                .hasValueSatisfying(told -> assertThat(told).contains(reason));
    }

    @DisplayName("没有问是哪种证件的：像身份证的按身份证核对，太短的不是证件")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "410311197209210003, ''",
        "E12345678, ''",
        "00000001, ''",
        "12345, 6 至 20 位",
        "41031119720921, 应为18位，现为14位",
        "410311197209210004, 校验码不符"
    })
    void judgesAnyDocument(String number, String reason) {
        assertThat(IdType.refusalOfAny(number).orElse("")).contains(reason).hasSizeLessThan(reason.isEmpty() ? 1 : 99);
    }

    @DisplayName("可以是人，也可以是单位的：两种号码都收，境外和早年单位的也收；像哪一种就说哪一种错在哪里")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "410311197209210003, ''",
        "91410300ma0000007t, ''",
        "E12345678, ''",
        "410301000012345, ''",
        "1010401012345, ''",
        "202301012345, ''",
        "110111-1234567, ''",
        "91410300MA0000008T, 统一社会信用代码的校验码",
        "11010519491231003X, 公民身份号码的校验码",
        "11010519491231002, 应为18位，现为17位",
        "12345, 6 至 20 位"
    })
    void judgesAnyoneOrAnOrganisation(String number, String reason) {
        assertThat(IdType.refusalOfAnyone(number).orElse(""))
                .contains(reason)
                .hasSizeLessThan(reason.isEmpty() ? 1 : 99);
    }

    @DisplayName("前后空格和小写字母不算错")
    @Test
    void forgivesHowItIsTyped() {
        assertThat(CitizenId.refusal(" 11010519491231002x ")).isEmpty();
        assertThat(CreditCode.refusal(" 91410300ma0000007t ")).isEmpty();
        assertThat(CreditCode.written(" 91410300ma0000007t ")).isEqualTo("91410300MA0000007T");
    }

    @Label("公民身份号码错一位数字必被拒")
    @Property
    void refusesAnyChangedDigitOfACitizenId(
            @ForAll("citizenIds") String id,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @CharRange(from = '0', to = '9') char digit) {
        Assume.that(id.charAt(at) != digit);

        assertThat(CitizenId.refusal(id)).isEmpty();
        assertThat(CitizenId.refusal(replaced(id, at, digit))).isPresent();
    }

    @Label("统一社会信用代码错一个字符必被拒")
    @Property
    void refusesAnyChangedCharacterOfACreditCode(
            @ForAll("creditCodes") String code,
            @ForAll @IntRange(max = 17) int at,
            @ForAll("creditCodeCharacters") char character) {
        Assume.that(code.charAt(at) != character);

        assertThat(CreditCode.refusal(code)).isEmpty();
        assertThat(CreditCode.refusal(replaced(code, at, character))).isPresent();
    }

    @DisplayName("统一社会信用代码里的组织机构代码也要对；早年的个体工商户除外")
    @ParameterizedTest
    @CsvSource({"91410300MA0000007T, true", "91410300MA00000106, false", "92410300MA00000103, true"})
    void checksTheOrganisationCodeToo(String code, boolean accepted) {
        assertThat(CreditCode.refusal(code).isEmpty())
                .as("%s", CreditCode.refusal(code))
                .isEqualTo(accepted);
    }

    @DisplayName("车辆识别代号的校验位要对")
    @ParameterizedTest
    @CsvSource({
        "1M8GDM9AXKP042788, true",
        "11111111111111111, true",
        "LSVAB2BR2ES000015, true",
        "1m8gdm9axkp042788, true",
        "1M8GDM9A1KP042788, false",
        "1M8GDM9AXKP04278, false",
        "1M8GDM9AXKPO42788, false"
    })
    void checksVehicles(String vin, boolean accepted) {
        assertThat(Vin.refusal(vin).isEmpty()).as("%s", Vin.refusal(vin)).isEqualTo(accepted);
    }

    @Label("车辆识别代号错一位数字必被拒")
    @Property
    void refusesAnyChangedDigitOfAVin(
            @ForAll @IntRange(min = 12, max = 16) int at, @ForAll @CharRange(from = '0', to = '9') char digit) {
        String vin = "1M8GDM9AXKP042788";
        Assume.that(vin.charAt(at) != digit);

        assertThat(Vin.refusal(replaced(vin, at, digit))).isPresent();
    }

    @Provide
    Arbitrary<String> citizenIds() {
        return Arbitraries.integers()
                .between(0, 40_000)
                .flatMap(day -> Arbitraries.integers().between(0, 999).map(sequence -> {
                    LocalDate birth = LocalDate.of(1920, 1, 1).plusDays(day);
                    String head = "410311" + birth.toString().replace("-", "") + String.format("%03d", sequence);
                    return theOneAccepted(head, "0123456789X", CitizenId::refusal);
                }));
    }

    @Provide
    Arbitrary<String> creditCodes() {
        return creditCodeCharacters()
                .list()
                .ofSize(8)
                .map(characters -> {
                    StringBuilder organisation = new StringBuilder();
                    characters.forEach(organisation::append);
                    return "91410300" + organisation;
                })
                .map(head -> {
                    for (char inner : "0123456789X".toCharArray()) {
                        for (char outer : CREDIT_CODE.toCharArray()) {
                            String code = head + inner + outer;
                            if (CreditCode.refusal(code).isEmpty()) {
                                return code;
                            }
                        }
                    }
                    throw new AssertionError("no check characters fit " + head);
                });
    }

    private static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Provide
    Arbitrary<Character> creditCodeCharacters() {
        return Arbitraries.of(CREDIT_CODE.chars().mapToObj(c -> (char) c).toList());
    }

    private static String theOneAccepted(String head, String checks, Function<String, Optional<String>> refusal) {
        return checks.chars()
                .mapToObj(check -> head + (char) check)
                .filter(candidate -> refusal.apply(candidate).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String replaced(String text, int at, char with) {
        return text.substring(0, at) + with + text.substring(at + 1);
    }
}
