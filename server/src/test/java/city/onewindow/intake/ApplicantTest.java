package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantTest {

    private static final Applicant.Agent AGENT =
            new Applicant.Agent("王经办", IdType.ID_CARD, "410311198804040007", "13800000002", "授权委托书");

    @Test
    @DisplayName("居民身份证和统一社会信用代码都核对校验码")
    void numbersAreChecked() {
        assertThat(person("410311199001010001").faults()).isEmpty();
        assertThat(person("410311199001010002").faults())
                .extracting(Fault::pointer)
                .containsExactly("/applicant/idNumber");
        assertThat(organisation("91410300MA0000007T").faults()).isEmpty();
        assertThat(organisation("91410300MA0000007X").faults())
                .extracting(Fault::pointer)
                .containsExactly("/applicant/idNumber");
    }

    @Test
    @DisplayName("单位不能用个人证件，个人不能用信用代码")
    void kindAndDocumentFit() {
        Applicant mixed = new Applicant(
                Applicant.Kind.ORGANISATION, "某公司", IdType.ID_CARD, "410311199001010001", "13800000000", null);
        assertThat(mixed.faults()).extracting(Fault::pointer).containsExactly("/applicant/idType");
    }

    @Test
    @DisplayName("比页面上填得下的还长的姓名、授权依据，不收")
    void tooLong() {
        Applicant.Agent agent =
                new Applicant.Agent("长".repeat(101), IdType.ID_CARD, AGENT.idNumber(), AGENT.phone(), "长".repeat(201));
        Applicant applicant = new Applicant(
                Applicant.Kind.PERSON, "长".repeat(101), IdType.ID_CARD, "410311199001010001", "13800000000", agent);
        assertThat(applicant.faults())
                .extracting(Fault::pointer)
                .containsExactly("/applicant/name", "/applicant/agent/name", "/applicant/agent/authorisation");
        assertThat(applicant.faults().get(0).message()).isEqualTo("申请人姓名（名称）最多 100 个字，现为 101 个，请精简。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+86 138 0000 0000", "0086-13800000000", "8613800000000", "１３８００００００００", " 138-0000-0000 "})
    @DisplayName("手机号码怎样写都认得：国家代码、空格、短横、全角")
    void phonesAsPeopleWriteThem(String typed) {
        Applicant.Agent agent = new Applicant.Agent("王经办", IdType.ID_CARD, "４１０３１１１９８８０４０４０００７", typed, "授权委托书");
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "４１０３１１１９９００１０１０００１", typed, agent);
        assertThat(applicant.faults()).isEmpty();
        assertThat(applicant.phone()).isEqualTo("13800000000").isEqualTo(agent.phone());
        assertThat(applicant.idNumber()).isEqualTo("410311199001010001");
        assertThat(agent.idNumber()).isEqualTo("410311198804040007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 30 1234-5678", "0049 (30) 12345678", "＋４９３０１２３４５６７８"})
    @DisplayName("境外的号码带国家代码，同样怎样写都认得")
    void phonesAbroad(String typed) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "Anna Muster", IdType.PASSPORT, "C01X00T47", typed, null);
        assertThat(applicant.faults()).isEmpty();
        assertThat(applicant.phone()).isEqualTo("+493012345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49301", "+0301234567", "+4930123456789012", "+861380000000", "493012345678"})
    @DisplayName("太短、太长、没有国家代码的，还有少一位的境内号码，不收，并说怎样写")
    void noPhones(String typed) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "Anna Muster", IdType.PASSPORT, "C01X00T47", typed, null);
        assertThat(applicant.faults())
                .extracting(Fault::message)
                .singleElement()
                .satisfies(told -> assertThat(told).contains("境外的号码带国家或地区代码"));
    }

    @Test
    @DisplayName("外国人可以用护照")
    void foreignersUseTheirPassport() {
        Applicant foreigner =
                new Applicant(Applicant.Kind.PERSON, "Anna Muster", IdType.PASSPORT, "c01x0006h", "13800000000", null);
        assertThat(foreigner.faults()).isEmpty();
        assertThat(foreigner.idNumber()).isEqualTo("C01X0006H");
    }

    @Test
    @DisplayName("经办人也可以用护照等个人证件，按各自的规则查；不能用单位的")
    void agentsDocuments() {
        assertThat(brought(IdType.PASSPORT, " c01x0006h").faults()).isEmpty();
        assertThat(brought(IdType.RESIDENCE_PERMIT, "810000199001010002").faults())
                .isEmpty();
        assertThat(brought(IdType.ID_CARD, "C01X0006H").faults())
                .extracting(Fault::pointer)
                .containsExactly("/applicant/agent/idNumber");
        assertThat(brought(IdType.USCC, "91410300MA0000007T").faults())
                .extracting(Fault::pointer)
                .containsExactly("/applicant/agent/idType");
    }

    @Test
    @DisplayName("申请人不能做自己的经办人：证件号码一样的指出来，怎么填也说明")
    void nobodyIsHisOwnAgent() {
        assertThat(brought(IdType.ID_CARD, "４１０３１１１９９００１０１０００１").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/applicant/agent/idNumber");
                    assertThat(fault.message()).contains("和申请人的一样", "不填经办人");
                });
    }

    @Test
    @DisplayName("不问证件类型的栏目：各种个人证件都可以，像公民身份号码的按它查")
    void anyDocument() {
        for (String right : List.of("410311198804040007", "C01X0006H", "H12345678", "12345678", "CHN310058112201")) {
            assertThat(IdType.refusalOfAny(right)).as(right).isEmpty();
        }
        for (String wrong :
                List.of("410311198804040008", "41031119880404000", "41031119880404OO07", "1234", "护照C01X")) {
            assertThat(IdType.refusalOfAny(wrong)).as(wrong).isNotEmpty();
        }
    }

    private static Applicant brought(IdType type, String number) {
        Applicant.Agent agent = new Applicant.Agent("Anna Muster", type, number, "13800000002", "授权委托书");
        return new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "410311199001010001", "13800000000", agent);
    }

    @Test
    @DisplayName("经办人要有授权依据，所有问题一次说全")
    void everyFaultAtOnce() {
        Applicant.Agent nobody = new Applicant.Agent("", IdType.ID_CARD, "1", "2", " ");
        Applicant wrong = new Applicant(Applicant.Kind.PERSON, " ", IdType.ID_CARD, "", "123", nobody);
        assertThat(wrong.faults())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/applicant/name",
                        "/applicant/idNumber",
                        "/applicant/phone",
                        "/applicant/agent/name",
                        "/applicant/agent/idNumber",
                        "/applicant/agent/phone",
                        "/applicant/agent/authorisation");
    }

    @Test
    @DisplayName("没填的说没填，申请人和经办人的毛病分得开")
    void faultsTellWhose() {
        Applicant.Agent agent = new Applicant.Agent("王经办", IdType.ID_CARD, "410311198804040008", "", "授权委托书");
        Applicant wrong = new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "", "123", agent);
        assertThat(wrong.faults())
                .extracting(Fault::message)
                .satisfiesExactly(
                        told -> assertThat(told).isEqualTo("申请人证件号码还没有填写。"),
                        told -> assertThat(told).startsWith("申请人手机号码应为 11 位"),
                        told -> assertThat(told).startsWith("经办人证件号码不对：").contains("校验码"),
                        told -> assertThat(told).isEqualTo("经办人手机号码还没有填写。"));
    }

    @Test
    @DisplayName("名单上只显示隐去的姓名，单位名称是公开的")
    void listsShowMaskedNames() {
        assertThat(person("410311199001010001").masked()).isEqualTo("张*例");
        assertThat(organisation("91410300MA0000007T").masked()).isEqualTo("洛阳示例商贸有限公司");
    }

    private static Applicant person(String idNumber) {
        return new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, idNumber, "13800000000", AGENT);
    }

    private static Applicant organisation(String code) {
        return new Applicant(Applicant.Kind.ORGANISATION, "洛阳示例商贸有限公司", IdType.USCC, code, "13800000000", null);
    }
}
