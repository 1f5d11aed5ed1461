package city.onewindow.connection;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Act;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("示例中的部门系统，中途停机再启动")
class ReferenceSystemTest extends MessagesHouseTest {

    private static final Act[] WHOLE = {Act.OPEN, Act.REVIEW, Act.GRANT, Act.CERTIFY};

    /** The house's clock stands on another day than the program's. */
    private static final String ANY_DAY = "999999999";

    @Autowired
    private Feed feed;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Dispatch dispatch;

    @TempDir
    private Path directory;

    @AfterEach
    void disconnect() {
        endpoints.all(MANAGER).forEach(one -> endpoints.remove(one.endpoint().department(), MANAGER));
    }

    @Test
    @DisplayName("自己读取的：每走一步就停一次机，不丢也不重")
    void pulls() {
        String end = end();
        List<String> numbers = List.of(startups.accept(), startups.accept());
        Path journal = directory.resolve("pull.journal");
        String[] how = {"pull", end};
        for (int life = 0; life < 4; life++) {
            try (ReferenceSystem one = start(journal, how)) {
                // In the middle of a call whose answer it will never see, or just after it wrote one down.
                one.waitFor(life % 2 == 0 ? "sending" : "sent");
            }
        }
        try (ReferenceSystem last = start(journal, how)) {
            finished(last, numbers);
        }
        numbers.forEach(this::isWhole);
    }

    @Test
    @DisplayName("推送的：停机时发来的启动后补上，重复发来的不重办，签名不对的不收")
    void isPushedTo() throws Exception {
        endpoints.name("scjg", "http://127.0.0.1:9/", Signing.ED25519, false, MANAGER);
        String key = String.valueOf(endpoints.of("scjg", MANAGER).endpoint().publicKey());
        feed.read(null, 1, system);
        Path journal = directory.resolve("push.journal");
        String first = startups.accept();
        String port;
        try (ReferenceSystem one = start(journal, "push", "0", key, ANY_DAY)) {
            port = one.waitFor("listening").replace("listening ", "");
            endpoints.name("scjg", "http://127.0.0.1:" + port + "/", Signing.ED25519, false, MANAGER);
            assertThat(forged(port)).isEqualTo(401);
            dispatch.dispatch();
            one.waitFor("sending");
        }
        String second = startups.accept();
        dispatch.dispatch();
        clock.forward(Duration.ofMinutes(1));
        try (ReferenceSystem again = start(journal, "push", port, key, ANY_DAY)) {
            again.waitFor("listening");
            dispatch.dispatch();
            finished(again, List.of(first, second));
            resent(first);
            dispatch.dispatch();
        }
        assertThat(Files.readAllLines(journal).stream()
                        .filter(line -> line.startsWith("event") && line.contains(first)))
                .as("what was told twice is kept once")
                .doesNotHaveDuplicates();
        isWhole(first);
        isWhole(second);
    }

    private ReferenceSystem start(Path journal, String... how) {
        return ReferenceSystem.start(port, system.account(), journal, how);
    }

    /** Until it has told the result of each, which its events' certificates say. */
    private void finished(ReferenceSystem one, List<String> numbers) {
        while (!numbers.stream().allMatch(this::isCertified)) {
            one.waitFor("sent");
        }
    }

    private boolean isCertified(String one) {
        return acts(one).contains(Act.CERTIFY);
    }

    private void isWhole(String one) {
        assertThat(acts(one)).containsExactly(WHOLE);
        List<MessageState> states = new ArrayList<>();
        jdbc.sql("select state from connection.message where number = :number and item = :item")
                .param("number", one)
                .param("item", item)
                .query(String.class)
                .list()
                .forEach(state -> states.add(MessageState.valueOf(state)));
        assertThat(states).hasSize(3).containsOnly(MessageState.APPLIED);
    }

    private List<Act> acts(String one) {
        return cases.matter(one, item, system).history().stream()
                .map(entry -> entry.act())
                .toList();
    }

    /** As if the acknowledgement had been lost on its way. */
    private void resent(String one) {
        jdbc.sql("update connection.delivery set state = 'PENDING', next_at = :now where number = :number")
                .param("now", java.time.LocalDateTime.now(clock))
                .param("number", one)
                .update();
    }

    private static int forged(String port) throws Exception {
        HttpRequest forged = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("OneWindow-Timestamp", "1")
                .header("OneWindow-Signature", "ed25519=AAAA")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":1}"))
                .build();
        return HttpClient.newHttpClient()
                .send(forged, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String end() {
        FeedPage page = feed.read(null, 100, system);
        while (page.more()) {
            page = feed.read(page.cursor(), 100, system);
        }
        return page.cursor();
    }
}
