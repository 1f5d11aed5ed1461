package city.onewindow.connection;

import city.onewindow.HouseTest;
import city.onewindow.approval.Act;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of messages share: a case of 企业开办, and the system of the department that registers it. */
abstract class MessagesHouseTest extends HouseTest {

    static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Messages messages;

    @Autowired
    Applying applying;

    @Autowired
    Cases cases;

    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    Actor system;
    String item;
    String number;

    @BeforeEach
    void open() {
        system = accounts.get("scjg-system").actor();
        item = startups.item("企业设立登记(有限责任公司)");
        number = startups.accept();
    }

    KeptMessage take(String id, String kind, String more) {
        return send(id, body(kind, more));
    }

    KeptMessage send(String id, String body) {
        return messages.take(read(body), bytes(body), new IdempotencyKey(id), system);
    }

    String body(String kind, String more) {
        return "{'kind':'%s','number':'%s','item':'%s','at':'2026-11-04T10:00:00+08:00'%s}"
                .formatted(kind, number, item, more.isEmpty() ? "" : "," + more);
    }

    Message read(String body) {
        return json.readValue(bytes(body), Message.class);
    }

    static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    Matter matter() {
        return cases.matter(number, item, system).matter();
    }

    List<Act> acts() {
        return cases.matter(number, item, system).history().stream()
                .map(entry -> entry.act())
                .toList();
    }
}
