package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.CitizenId;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("一次采集：再来的申请人，身份和联系信息可以从最近受理的办件沿用")
class ReturningApplicantTest extends HouseTest {

    private static final String PHONE = "delivery_phone";
    private static final String RECIPIENT = "delivery_recipient";

    @Autowired
    private Reception reception;

    @Autowired
    private ReturningApplicant returning;

    @Autowired
    private Corrections corrections;

    @Autowired
    private OnlineApplications online;

    @Autowired
    private RemoteApplications remote;

    @Autowired
    private Originals originals;

    private Counter counter;
    /** Of somebody whom no other test knows. */
    private String idNumber;

    @BeforeEach
    void somebodyNew() {
        counter = new Counter(intake, catalogs);
        ThreadLocalRandom any = ThreadLocalRandom.current();
        String born = "410311%d0101%03d".formatted(any.nextInt(1940, 2000), any.nextInt(1000));
        idNumber = IntStream.rangeClosed(0, 10)
                .mapToObj(digit -> born + (digit == 10 ? "X" : String.valueOf(digit)))
                .filter(number -> CitizenId.refusal(number).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String number(Dossier dossier) {
        return dossier.application().number();
    }

    private Dossier begun() {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "李再来", IdType.ID_CARD, idNumber, "13800000000", null);
        return intake.begin(
                new NewApplication(
                        new ErrandChoice(counter.errandCode(), List.of(), Map.of("q_agent", "no")), applicant),
                Counter.CLERK,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }

    /** @param phone where the results of the case are announced */
    private String accepted(String phone) {
        Dossier filled = counter.filled(begun());
        intake.fill(
                number(filled),
                new FormValues(
                        Map.of(
                                "delivery_method",
                                "mail",
                                "delivery_address",
                                "河南省洛阳市洛龙区示例路1号",
                                PHONE,
                                phone,
                                RECIPIENT,
                                "李再来"),
                        Map.of()),
                Set.of(),
                Counter.CLERK);
        counter.checkedBut(intake.dossier(number(filled), Counter.CLERK));
        reception.accept(number(filled), null, Counter.CLERK);
        return number(filled);
    }

    @Test
    @DisplayName("收件以后沿用的，改动了申请人交来的，也是当场更正")
    void takenOverAfterTheReceipt() {
        accepted("13811111111");
        String number = number(begun());
        intake.fill(number, new FormValues(Map.of("delivery_method", "mail"), Map.of()), Set.of(), Counter.CLERK);
        reception.receive(number, null, false, Counter.CLERK, null);
        returning.takeOver(number, Counter.CLERK);
        assertThat(corrections.open(number, Counter.CLERK))
                .extracting(Correction::field)
                .contains(PHONE, RECIPIENT);
    }

    @Test
    @DisplayName("只有身份和联系的栏，只填空着的，来自最近一件；申请人同意才填，记进审计；再按一次没有可填的")
    void takenOver() {
        accepted("13811111111");
        clock.forward(Duration.ofMinutes(1));
        String newest = accepted("13822222222");
        String number = number(begun());
        intake.fill(number, new FormValues(Map.of("delivery_method", "mail"), Map.of()), Set.of(), Counter.CLERK);
        Earlier offered = returning.of(intake.dossier(number, Counter.CLERK));
        assertThat(offered.numbers()).containsExactly(newest);
        assertThat(offered.values().codes()).contains(PHONE, RECIPIENT).doesNotContain("org_name", "legal_rep_name");
        assertThat(offered.materials()).isEmpty();
        assertThat(intake.dossier(number, Counter.CLERK).application().form().has(PHONE))
                .as("nothing unasked")
                .isFalse();

        intake.fill(number, new FormValues(Map.of(RECIPIENT, "王代收"), Map.of()), Set.of(), Counter.CLERK);
        Dossier taken = returning.takeOver(number, Counter.CLERK);
        assertThat(taken.application().form().text(PHONE)).isEqualTo("13822222222");
        assertThat(taken.application().form().text(RECIPIENT)).isEqualTo("王代收");
        assertThat(returning.of(taken).sources()).containsEntry(PHONE, newest).doesNotContainKey(RECIPIENT);
        assertThat(returning.of(taken).offers()).isFalse();
        returning.takeOver(number, Counter.CLERK);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where act = 'application.take_over_returning' and object = :number and detail = :from")
                        .param("number", number)
                        .param("from", newest)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("告知补正以后沿用补齐的，从那天起等窗口受理")
    void takenAsASupplement() {
        accepted("13811111111");
        String number = number(counter.filled(begun()));
        FormValues byMail =
                new FormValues(Map.of("delivery_method", "mail", "delivery_address", "河南省洛阳市洛龙区示例路1号"), Map.of());
        counter.checkedBut(intake.fill(number, byMail, Set.of(PHONE, RECIPIENT), Counter.CLERK));
        reception.notifyOnce(number, Counter.CLERK, null);
        Dossier taken = returning.takeOver(number, Counter.CLERK);
        assertThat(taken.demands()).isEmpty();
        assertThat(taken.application().isAwaited()).isTrue();
    }

    @Test
    @DisplayName("网上申请受理的，没有人核实过身份：不能沿用，到取件时原件都核验、签字了才可以")
    void neverSeen() {
        String seen = accepted("13811111111");
        clock.forward(Duration.ofMinutes(1));
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply(idNumber);
        remote.apply(opened, null);
        home.lookedAt(opened.number(), intake);
        reception.accept(opened.number(), null, Counter.CLERK);
        Dossier begun = begun();
        assertThat(returning.of(begun).numbers()).containsExactly(seen);

        List<String> toShow =
                originals.toShow(opened.number()).stream().map(Original::key).toList();
        assertThat(toShow).isNotEmpty();
        transaction.executeWithoutResult(status -> originals.shown(opened.number(), toShow, Counter.CLERK));
        assertThat(returning.of(begun).numbers()).containsExactly(opened.number());
    }

    @Test
    @DisplayName("接口：同意以前只说有哪几栏，不说内容；同意了才填")
    void overTheApi() throws Exception {
        String before = accepted("13811111111");
        String number = number(begun());
        intake.fill(number, new FormValues(Map.of("delivery_method", "mail"), Map.of()), Set.of(), Counter.CLERK);
        String place = "/api/applications/" + number + "/earlier-case";
        mvc.perform(get(place).with(SignedInAs.of(Counter.CLERK)))
                .andExpect(jsonPath("$.numbers", contains(before)))
                .andExpect(jsonPath("$.fields", hasItem(PHONE)))
                .andExpect(content().string(not(containsString("13811111111"))));
        mvc.perform(post(place)
                        .with(SignedInAs.of(Counter.CLERK))
                        .header("Idempotency-Key", UUID.randomUUID().toString()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.form." + PHONE, is("13811111111")));
        mvc.perform(get(place).with(SignedInAs.of(Counter.CLERK))).andExpect(jsonPath("$.fields", empty()));
    }

    @Test
    @DisplayName("没有受理过的、别人的，没有可沿用的；别的窗口打不开；受理以后不能沿用")
    void nothing() {
        Dossier first = begun();
        assertThat(returning.of(first).offers()).isFalse();
        String number = accepted("13811111111");
        Dossier other = counter.begun();
        assertThat(returning.of(other).numbers()).doesNotContain(number);
        Actor foreign = new Actor("clerk-other", "别窗", Set.of(Role.CLERK), "scjg", "ssdj");
        assertThatThrownBy(() -> returning.takeOver(number(first), foreign)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> returning.takeOver(number, Counter.CLERK)).isInstanceOf(Problem.Conflict.class);
    }
}
