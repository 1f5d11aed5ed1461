package city.onewindow.intake;

import static city.onewindow.intake.Counter.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.OneThing;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("开申请、填表、核验材料")
class IntakeTest extends HouseTest {

    private static final Actor OTHER_WINDOW = new Actor("clerk-ssdj", "王强", Set.of(Role.CLERK), "scjg", "ssdj");
    private static final Applicant APPLICANT =
            new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "410311199001010001", "13800000000", null);

    @Autowired
    Reception reception;

    @Autowired
    Deferrals deferrals;

    private Counter counter;

    @BeforeEach
    void atTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private String code(String oneThing) {
        return catalogs.current().oneThingNamed(oneThing).orElseThrow().code();
    }

    private NewApplication startup(Map<String, String> answers) {
        return new NewApplication(new ErrandChoice(code("企业开办一件事"), List.of(), answers), APPLICANT);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    @Test
    @DisplayName("同一次提交发两次只开一件申请，窗口之间互不可见")
    void beginningTwiceIsOneApplication() {
        IdempotencyKey key = key();
        String first = intake.begin(startup(Map.of()), CLERK, key).application().number();
        assertThat(intake.begin(startup(Map.of()), CLERK, key).application().number())
                .isEqualTo(first);
        assertThatThrownBy(() -> intake.dossier(first, OTHER_WINDOW)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> intake.begin(startup(Map.of()), OTHER_WINDOW, key()))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("受理清单");
    }

    @Test
    @DisplayName("同时发来的同一次提交也只开一件申请")
    void concurrentRepetitionsAreOneApplication() throws Exception {
        IdempotencyKey key = key();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> begin = () ->
                    intake.begin(startup(Map.of()), CLERK, key).application().number();
            Set<String> numbers = new java.util.HashSet<>();
            for (Future<String> one : threads.invokeAll(List.of(begin, begin, begin, begin))) {
                numbers.add(one.get());
            }
            assertThat(numbers).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("申请人已经说过的不再填")
    void whatIsKnownIsFilledIn() {
        NewApplication withAgent = new NewApplication(
                new ErrandChoice(code("企业开办一件事"), List.of(), Map.of("q_agent", "yes")),
                new Applicant(
                        Applicant.Kind.PERSON,
                        "张示例",
                        IdType.ID_CARD,
                        "410311199001010001",
                        "13800000000",
                        new Applicant.Agent("王经办", IdType.ID_CARD, "410311198804040007", "13800000002", "授权委托书")));
        assertThat(intake.begin(withAgent, CLERK, key()).form().text("agent_name"))
                .isEqualTo("王经办");
    }

    @Test
    @DisplayName("公民身份号码里已有出生日期和性别，不再填；护照里没有")
    void whatTheNumberSaysIsFilledIn() {
        String errand = "开办餐饮店一件事";
        String window = catalogs.current().oneThingNamed(errand).orElseThrow().window();
        Actor clerk = new Actor("clerk-" + window, "受理岗", Set.of(Role.CLERK), "scjg", window);
        Applicant citizen =
                new Applicant(Applicant.Kind.PERSON, "王秀兰", IdType.ID_CARD, "410303195503110426", "13800000000", null);
        FormValues form = begun(errand, citizen, clerk);
        assertThat(form.text("birth_date")).isEqualTo("1955-03-11");
        assertThat(form.text("gender")).isEqualTo("2");
        Applicant foreigner =
                new Applicant(Applicant.Kind.PERSON, "John Smith", IdType.PASSPORT, "533380006", "13800000000", null);
        assertThat(begun(errand, foreigner, clerk).codes()).doesNotContain("birth_date", "gender");
    }

    private FormValues begun(String errand, Applicant applicant, Actor clerk) {
        ErrandChoice choice = new ErrandChoice(code(errand), List.of(), Map.of("q_license_state", "new_individual"));
        return intake.begin(new NewApplication(choice, applicant), clerk, key()).form();
    }

    @Test
    @DisplayName("填错的值说明在哪一栏，不改动已填的内容")
    void wrongValuesChangeNothing() {
        String number = counter.filled().application().number();
        FormValues before = intake.dossier(number, CLERK).form();
        FormValues wrong = new FormValues(Map.of("legal_rep_phone", "123"), Map.of());
        assertThatThrownBy(() -> intake.fill(number, wrong, Set.of(), CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/form/legal_rep_phone"));
        assertThat(intake.dossier(number, CLERK).form()).isEqualTo(before);
    }

    @Test
    @DisplayName("只写了姓名的股东先存下，受理前一次说全还缺哪几格")
    void aRowIsToldWhole() {
        String number = counter.filled().application().number();
        FormValues nameOnly =
                new FormValues(Map.of(), Map.of("shareholders", List.of(Map.of("shareholder_name", "冯股东"))));
        assertThat(intake.fill(number, nameOnly, Set.of(), CLERK).gaps())
                .extracting(Gap::pointer)
                .filteredOn(pointer -> pointer.startsWith("/form/"))
                .contains("/form/shareholders/0/shareholder_id_number", "/form/shareholders/0/subscribed_amount")
                .doesNotContain("/form/shareholders/0/shareholder_name");
    }

    @Test
    @DisplayName("申请人改了主意，换一个回答，表和材料跟着变")
    void revisingChangesWhatIsAsked() {
        Dossier dossier = counter.begun();
        int before = dossier.merge().errand().items().size();
        Dossier revised = intake.revise(
                dossier.application().number(), startup(Map.of("q_agent", "no", "q_has_employees", "yes")), CLERK);
        assertThat(revised.merge().errand().items()).hasSizeGreaterThan(before);
    }

    @Test
    @DisplayName("改为本人办理后，原来填的经办人不再算数，也不妨碍受理")
    void whatTheRevisedFormDoesNotAskStandsInNobodysWay() {
        Dossier begun = intake.begin(
                new NewApplication(
                        new ErrandChoice(code("企业开办一件事"), List.of(), Map.of("q_agent", "yes")),
                        new Applicant(
                                Applicant.Kind.PERSON,
                                "张示例",
                                IdType.ID_CARD,
                                "410311199001010001",
                                "13800000000",
                                new Applicant.Agent(
                                        "王经办", IdType.ID_CARD, "410311198804040007", "13800000002", "授权委托书"))),
                CLERK,
                key());
        String number = begun.application().number();
        assertThat(begun.form().text("agent_name")).isEqualTo("王经办");
        Dossier complete =
                counter.checkedBut(counter.filled(intake.revise(number, startup(Map.of("q_agent", "no")), CLERK)));
        assertThat(complete.gaps()).isEmpty();
        assertThat(reception.accept(number, null, CLERK).number()).isEqualTo(number);
    }

    @Test
    @DisplayName("换了申请人，表里原申请人的姓名、证件随之换掉，其他填的不动")
    void theFormFollowsTheApplicant() {
        String errand = "驾驶证期满换证(含体检)一件事";
        NewApplication first = new NewApplication(new ErrandChoice(code(errand), List.of(), Map.of()), APPLICANT);
        String window = catalogs.current().oneThingNamed(errand).orElseThrow().window();
        Actor clerk = new Actor("clerk-" + window, "受理岗", Set.of(Role.CLERK), "gaj", window);
        Applicant other =
                new Applicant(Applicant.Kind.PERSON, "李改名", IdType.ID_CARD, "410311198804040007", "13900000000", null);
        Dossier begun = intake.begin(first, clerk, key());
        Map<String, String> known = Prefill.known(APPLICANT);
        List<String> codes = begun.form().codes().stream()
                .filter(code -> begun.form().text(code).equals(known.get(code)))
                .toList();
        assertThat(codes).isNotEmpty();
        Dossier revised = intake.revise(begun.application().number(), new NewApplication(first.choice(), other), clerk);
        assertThat(codes)
                .allSatisfy(code -> assertThat(revised.form().text(code))
                        .isEqualTo(Prefill.known(other).get(code)));
    }

    @Test
    @DisplayName("内容写明就是申请人的（房东自己来的出租人），不再填一遍；换了申请人随之换掉")
    void whoIsTheApplicantIsNotAskedAgain() {
        OneThing lease = catalogs.current().oneThingNamed("个人房屋出租一件事").orElseThrow();
        Actor clerk = new Actor("clerk-" + lease.window(), "受理岗", Set.of(Role.CLERK), "swj", lease.window());
        ErrandChoice choice = new ErrandChoice(lease.code(), List.of(), Map.of());
        Dossier begun = intake.begin(new NewApplication(choice, APPLICANT), clerk, key());
        assertThat(begun.prefilled()).contains("landlord_name", "landlord_id_number", "landlord_phone");
        assertThat(landlord(begun)).containsExactly(APPLICANT.name(), APPLICANT.idNumber(), APPLICANT.phone());
        Applicant other =
                new Applicant(Applicant.Kind.PERSON, "李改名", IdType.ID_CARD, "410311198804040007", "13900000000", null);
        Dossier revised = intake.revise(begun.application().number(), new NewApplication(choice, other), clerk);
        assertThat(landlord(revised)).containsExactly(other.name(), other.idNumber(), other.phone());
    }

    private static List<String> landlord(Dossier dossier) {
        return Stream.of("landlord_name", "landlord_id_number", "landlord_phone")
                .map(dossier.form()::text)
                .toList();
    }

    @Test
    @DisplayName("同一申请人在本窗口的同一件事会提醒，在别的窗口的不会")
    void alikeAreTheWindowsOwn() {
        String item =
                catalogs.current().itemNamed("企业设立登记(有限责任公司)").orElseThrow().code();
        List<String> windows = catalogs.current().oneThings().stream()
                .filter(thing -> thing.members().stream()
                        .anyMatch(member -> member.item().equals("企业设立登记(有限责任公司)")))
                .map(OneThing::window)
                .distinct()
                .toList();
        assertThat(windows).hasSizeGreaterThan(1);
        NewApplication same = new NewApplication(
                new ErrandChoice(null, List.of(item), Map.of()),
                new Applicant(Applicant.Kind.PERSON, "钱两处", IdType.ID_CARD, "410311198804040007", "13800000000", null));
        List<Dossier> begun = windows.stream()
                .map(window -> new Actor("clerk-" + window, "受理岗", Set.of(Role.CLERK), "scjg", window))
                .map(clerk -> intake.begin(same, clerk, key()))
                .toList();
        assertThat(begun)
                .allSatisfy(dossier -> assertThat(intake.alike(dossier)).isEmpty());
        Actor first = new Actor("clerk-" + windows.get(0), "受理岗", Set.of(Role.CLERK), "scjg", windows.get(0));
        assertThat(intake.alike(intake.begin(same, first, key())))
                .extracting(ApplicationSummary::number)
                .containsExactly(begun.get(0).application().number());
    }

    @Test
    @DisplayName("改了事项，已核验的材料按新的要求重新算")
    void checksOfARevisedErrandCountOnlyForWhatIsAskedAlike() {
        Dossier complete = counter.checkedBut();
        String number = complete.application().number();
        intake.revise(number, startup(Map.of("q_agent", "no", "q_has_employees", "yes")), CLERK);
        Dossier back = intake.revise(number, startup(Map.of("q_agent", "no")), CLERK);
        assertThat(back.application().materials().keySet())
                .isEqualTo(complete.application().materials().keySet());
    }

    @Test
    @DisplayName("名单和数据库里看不到完整的姓名和证件号码")
    void personalDataIsSealed() {
        String number = counter.begun().application().number();
        String row = jdbc.sql("select a::text from intake.application a where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("张示例").doesNotContain("410311199001010001");
        assertThat(intake.ofWindow(CLERK, null, false, null, 5).items().get(0).applicant())
                .isEqualTo("张*例");
    }
}
