package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the packaged program, its database or both with {@code kill -9}, at random moments while windows and departments are at
 * work through the API. {@code -Donewindow.kills=20} kills more often.
 */
@DisplayName("kill -9 之下")
class KilledIT {

    private static final int KILLS = Integer.getInteger("onewindow.kills", 2);
    private static final int WINDOWS = 3;
    private static final long SEED = Long.getLong("onewindow.seed", 1);

    /** The situation in which the errand is just four items. */
    private static final Map<String, String> ANSWERS =
            Map.of("q_open_hf", "none", "q_bank_book", "no", "q_agent", "no");

    @TempDir
    private Path data = Path.of("");

    private volatile boolean closing;

    @Test
    @DisplayName("凡答复过的，一件不丢，一件不重")
    void nothingLostNothingTwice() throws Exception {
        Random random = new Random(SEED);
        Catalog catalog = new Catalog(
                0, ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content(), Map.of());
        OneThing thing = catalog.oneThingNamed("企业开办一件事").orElseThrow();
        Map<String, Object> form = new ExampleForm(catalog, Merge.of(catalog, Errand.of(catalog, thing, ANSWERS)))
                .values()
                .toJson();
        try (PackagedProgram program = PackagedProgram.start(data)) {
            StubbornClient client = new StubbornClient(program);
            ExecutorService windows = Executors.newFixedThreadPool(WINDOWS);
            List<Future<?>> working = new ArrayList<>();
            try {
                for (int i = 0; i < WINDOWS; i++) {
                    working.add(windows.submit(() -> {
                        work(client, thing.code(), form);
                        return null;
                    }));
                }
                for (int round = 0; round < KILLS; round++) {
                    client.awaitMore(5 + random.nextInt(40));
                    kill(program, round);
                }
                client.awaitMore(5);
                closing = true;
                for (Future<?> one : working) {
                    one.get();
                }
            } finally {
                closing = true;
                windows.shutdownNow();
            }
            check(client);
        }
    }

    private void work(StubbornClient client, String thing, Map<String, Object> form) throws InterruptedException {
        try {
            while (!closing) {
                errand(client, thing, form);
            }
        } catch (RuntimeException | InterruptedException stuck) {
            client.giveUp(stuck);
            throw stuck;
        }
    }

    /** In turn the database, both, the database again, and the program, whose database lives on. */
    private static void kill(PackagedProgram program, int round) throws Exception {
        switch (round % 4) {
            case 0, 2 -> program.killDatabase();
            case 1 -> {
                program.kill();
                program.killDatabase();
                program.startAgain();
            }
            default -> {
                program.kill();
                program.startAgain();
            }
        }
    }

    private void check(StubbornClient client) throws Exception {
        List<StubbornClient.Acknowledged> all = client.acknowledged();
        try (EmbeddedPostgres guest = EmbeddedPostgres.start(data, List.of());
                Connection database = DriverManager.getConnection(guest.url(), guest.user(), guest.password())) {
            new KeptBooks(database).check(all);
        }
        assertThat(all).hasSizeGreaterThan(KILLS);
        System.out.printf(
                "%d kills, %d submissions acknowledged, %d sent again%n", KILLS, all.size(), client.sentAgain());
    }

    /** One company is founded, from the first question to the last result. */
    private static void errand(StubbornClient client, String thing, Map<String, Object> form)
            throws InterruptedException {
        JsonNode begun = client.post(
                "clerk", "/api/applications", Map.of("oneThing", thing, "answers", ANSWERS, "applicant", applicant()));
        String number = begun.get("number").asString();
        String path = "/api/applications/" + number;
        client.change("clerk", "PATCH", path + "/form", form);
        for (JsonNode material : begun.get("asks").get("materials")) {
            List<Integer> points = IntStream.range(
                            0, material.get("reviewPoints").size())
                    .boxed()
                    .toList();
            client.change(
                    "clerk",
                    "PUT",
                    path + "/materials/" + material.get("key").asString(),
                    Map.of("way", "SEEN", "pointsMet", points));
        }
        client.post("clerk", path + "/acceptance", Map.of());
        List<String> items = new ArrayList<>();
        for (JsonNode item : begun.get("asks").get("items")) {
            String code = item.get("code").asString();
            String department = item.get("department").asString();
            String matter = "/api/matters/" + number + "/" + code;
            client.post(department + "-review", matter + "/review", Map.of("recommendation", "GRANT", "opinion", "属实"));
            client.post(department + "-decide", matter + "/grant", Map.of("opinion", "同意"));
            client.post(department + "-certify", matter + "/certify", Map.of("certificateNumber", "示例字第" + code + "号"));
            items.add(code);
        }
        Map<String, String> taker = Map.of("name", "张示例", "relation", "SELF", "idNumber", "410311199001010001");
        client.post("issuing", "/api/cases/" + number + "/handovers", Map.of("items", items, "taker", taker));
    }

    private static Map<String, String> applicant() {
        return Map.of(
                "kind", "PERSON",
                "name", "张示例",
                "idType", "ID_CARD",
                "idNumber", "410311199001010001",
                "phone", "13800000000");
    }
}
