package city.onewindow.connection;

import static city.onewindow.approval.SampleCases.decider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.Transfers;
import city.onewindow.approval.Unread;
import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.audit.AuditQuery;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sample items are of departments that no content knows, so their addresses are put in by the table; real ones go through the door. */
@DisplayName("向部门系统推送")
class DispatchTest extends ApprovalHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private EndpointTable table;

    @Autowired
    private Unread unread;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Audit audit;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void disconnect() {
        table.all().forEach(one -> endpoints.remove(one.endpoint().department(), MANAGER));
        receiver.close();
    }

    @Test
    @DisplayName("办理动态签名后推送；用HMAC-SM3可以验出是本中心发的，时间也在签名之内")
    void signedBySecret() throws Exception {
        String secret = connect("push1", Signing.HMAC_SM3).secret();
        String number = cases.accept("push1");
        dispatch.dispatch();
        assertThat(receiver.received()).extracting(Receiver.Received::number).containsExactly(number);
        Receiver.Received got = receiver.received().get(0);
        Mac mac = Mac.getInstance("HMACSM3", new BouncyCastleProvider());
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HMACSM3"));
        byte[] expected = mac.doFinal((got.timestamp() + "." + got.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(got.signature()).isEqualTo("hmac-sm3=" + HexFormat.of().formatHex(expected));
        assertThat(got.timestamp()).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(got.body()).doesNotContain("王小明").contains("/api/matters/" + number + "/push1/dossier");
        dispatch.dispatch();
        assertThat(receiver.received()).as("what was received isn't sent again").hasSize(1);
    }

    @Test
    @DisplayName("用Ed25519的，对方凭公钥就能验")
    void signedByKeyPair() throws Exception {
        Signing.Key key = connect("push2", Signing.ED25519);
        cases.accept("push2");
        dispatch.dispatch();
        Receiver.Received got = receiver.received().get(0);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(String.valueOf(key.publicKey())))));
        signature.update((got.timestamp() + "." + got.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(got.signature().replace("ed25519=", ""))))
                .isTrue();
    }

    @Test
    @DisplayName("没有收到的按间隔重发，六次后停发；同一事项后面的等着，别的事项照发")
    void retriedThenGivenUp() {
        connect("push3", Signing.HMAC_SM3);
        String number = cases.accept("push3");
        receiver.answers(500, "数据库维护中");
        dispatch.dispatch();
        dispatch.dispatch();
        assertThat(receiver.received())
                .as("not before the first minute is over")
                .hasSize(1);
        review(number, "push3");
        for (Duration wait : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(12))) {
            assertThat(dead("push3")).isEmpty();
            clock.forward(wait);
            dispatch.dispatch();
        }
        assertThat(receiver.received())
                .extracting(Receiver.Received::act)
                .hasSize(6)
                .containsOnly("OPEN");
        assertThat(dead("push3")).extracting(Delivery::answer).containsExactly("HTTP 500\n数据库维护中");
        assertThat(dead("push3")).extracting(Delivery::attempts).containsExactly(6);

        receiver.answers(200, "");
        String other = cases.accept("push3");
        dispatch.dispatch();
        assertThat(receiver.received().subList(6, 7))
                .extracting(Receiver.Received::number)
                .containsExactly(other);

        long id = dead("push3").get(0).id();
        assertThatThrownBy(() -> deliveries.resend("push3", id, SignedInAs.actor("x", "zwfw", null, Role.CLERK)))
                .isInstanceOf(Problem.NotAllowed.class);
        deliveries.resend("dep-push3", id, MANAGER);
        dispatch.dispatch();
        assertThat(receiver.received().subList(7, 9))
                .extracting(Receiver.Received::act)
                .containsExactly("OPEN", "REVIEW");
        assertThat(deliveries.resend("dep-push3", id, MANAGER).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(audited(number)).contains("delivery.resend");
    }

    @Test
    @DisplayName("搁置一条，后面的才发；全部重发只重发停发的")
    void putAside() {
        connect("push4", Signing.HMAC_SM3);
        String number = cases.accept("push4");
        review(number, "push4");
        cases.accept("push4");
        receiver.answers(410, "");
        giveUp();
        assertThat(dead("push4")).hasSize(2);
        receiver.answers(204, "");
        int before = receiver.received().size();
        deliveries.putAside("dep-push4", dead("push4").get(0).id(), MANAGER);
        assertThat(deliveries.resendAll("dep-push4", MANAGER)).isEqualTo(1);
        dispatch.dispatch();
        assertThat(receiver.received().subList(before, receiver.received().size()))
                .extracting(Receiver.Received::act)
                .containsExactlyInAnyOrder("REVIEW", "OPEN");
        assertThat(audited(number)).contains("delivery.put-aside");
    }

    @Test
    @DisplayName("移送以后，原部门系统收不到的，不耽误接收部门的系统")
    void eachDepartmentInItsOwnOrder(@Autowired Transfers transfers) {
        connect("push7", Signing.HMAC_SM3);
        String number = cases.accept("push7");
        receiver.answers(500, "");
        giveUp();
        assertThat(dead("push7")).hasSize(1);
        try (Receiver other = new Receiver()) {
            table.save(new Endpoint("zjj", other.url(), Signing.HMAC_SM3, null, now(), "manager"), "s".repeat(64));
            unread.tell("zjj");
            transfers.handOver(number, "push7", "zjj", "职能已划转。", decider("push7"), null);
            dispatch.dispatch();
            assertThat(other.received())
                    .filteredOn(got -> got.number().equals(number))
                    .extracting(Receiver.Received::act)
                    .containsExactly("TRANSFER");
        }
        assertThat(dead("push7")).as("still in its own way").hasSize(1);
    }

    @Test
    @DisplayName("发到一半停机的，租期过后再发一次；几个实例同时发，一条只发一次，每个事项按顺序")
    void manyInstances() {
        connect("push5", Signing.HMAC_SM3);
        List<String> numbers =
                IntStream.range(0, 10).mapToObj(i -> cases.accept("push5")).toList();
        numbers.forEach(number -> grant(number, "push5"));
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(dispatch::dispatch))
                        .toArray(CompletableFuture[]::new))
                .join();
        dispatch.dispatch();
        assertThat(receiver.received()).hasSize(30);
        numbers.forEach(number -> assertThat(receiver.received())
                .filteredOn(got -> got.number().equals(number))
                .extracting(Receiver.Received::act)
                .containsExactly("OPEN", "REVIEW", "GRANT"));

        String lost = cases.accept("push5");
        numberAndClaimWithoutSending();
        dispatch.dispatch();
        assertThat(receiver.received()).hasSize(30);
        clock.forward(Duration.ofMinutes(1));
        dispatch.dispatch();
        assertThat(receiver.received().get(30).number()).isEqualTo(lost);
    }

    @Autowired
    private Numbering numbering;

    @Autowired
    private DeliveryTable deliveryTable;

    private void numberAndClaimWithoutSending() {
        numbering.number();
        assertThat(deliveryTable.claim(now(), now().plusMinutes(1), Set.of())).isPresent();
    }

    @Test
    @DisplayName("不跟着跳转走；没有人听的地址说出没有连通；答复只留开头")
    void strangeAnswers() {
        connect("push6", Signing.HMAC_SM3);
        cases.accept("push6");
        receiver.answers(302, "");
        giveUp();
        assertThat(receiver.received()).hasSize(6);
        assertThat(dead("push6")).extracting(Delivery::answer).containsExactly("HTTP 302");
        receiver.answers(400, "长".repeat(100_000));
        deliveries.resendAll("dep-push6", MANAGER);
        giveUp();
        assertThat(dead("push6").get(0).answer().length()).isLessThan(2100);
        receiver.close();
        deliveries.resendAll("dep-push6", MANAGER);
        giveUp();
        assertThat(dead("push6")).extracting(Delivery::answer).containsExactly("没有连通：这个地址和端口没有程序接收，或者网络不通");
    }

    private Signing.Key connect(String item, Signing signing) {
        Signing.Key key = signing.newKey();
        table.save(
                new Endpoint("dep-" + item, receiver.url(), signing, key.publicKey(), now(), "manager"), key.secret());
        unread.tell("dep-" + item);
        return key;
    }

    private void giveUp() {
        for (int attempt = 0; attempt < 6; attempt++) {
            dispatch.dispatch();
            clock.forward(Duration.ofHours(12));
            dispatch.dispatch();
        }
    }

    private List<Delivery> dead(String item) {
        return deliveries
                .unsent("dep-" + item, DeliveryState.DEAD, null, 100, MANAGER)
                .items();
    }

    private List<String> audited(String object) {
        return audit.search(new AuditQuery(null, null, object, null, null), 100, null).items().stream()
                .map(AuditEntry::act)
                .toList();
    }
}
