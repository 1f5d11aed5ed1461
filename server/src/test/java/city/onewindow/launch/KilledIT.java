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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged program, its database or both with {@code kill -9}, at random moments while windows and departments are at
 * work through the API, and a department's system is told of it and reads it. {@code -Donewindow.kills=20} kills more often.
 */
@DisplayName("kill -9 之下")
class KilledIT {

    private static final int KILLS = Integer.getInteger("onewindow.kills", 2);
    private static final int WINDOWS = 3;
    private static final long SEED = Long.getLong("onewindow.seed", 1);

    private static final List<Founding.Way> WAYS = List.of(Founding.Way.values());

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
        Map<String, Object> form = new ExampleForm(
                        catalog, Merge.of(catalog, Errand.of(catalog, thing, Founding.ANSWERS)))
                .values()
                .toJson();
        try (PackagedProgram program = PackagedProgram.start(data);
                ToldSystem told = ToldSystem.of(new StubbornClient(program), "scjg")) {
            StubbornClient client = new StubbornClient(program);
            BranchWalk branch = new BranchWalk(client, new BroughtForward(data, program));
            Founding founding = new Founding(client, branch, thing.code(), form);
            ExecutorService windows = Executors.newFixedThreadPool(WINDOWS + 1);
            List<Future<?>> working = new ArrayList<>();
            try {
                for (int i = 0; i < WINDOWS; i++) {
                    int first = i * WAYS.size() / WINDOWS;
                    working.add(windows.submit(() -> {
                        work(founding, first);
                        return null;
                    }));
                }
                Future<?> reading = windows.submit(() -> {
                    read(told, client);
                    return null;
                });
                for (int round = 0; round < KILLS; round++) {
                    client.awaitMore(5 + random.nextInt(40));
                    kill(program, round);
                }
                client.awaitMore(5);
                closing = true;
                for (Future<?> one : working) {
                    one.get();
                }
                client.over();
                reading.get();
            } finally {
                closing = true;
                windows.shutdownNow();
            }
            check(client, told);
        }
    }

    /** The department's system reads the feed as long as anybody is at work. */
    private void read(ToldSystem told, StubbornClient client) throws InterruptedException {
        try {
            while (!closing) {
                told.read();
                client.awaitMore(1);
            }
        } catch (RuntimeException | InterruptedException stuck) {
            client.giveUp(stuck);
            throw stuck;
        }
    }

    /** One errand after the other, in each of the ways in turn; each window begins with another. */
    private void work(Founding founding, int first) throws InterruptedException {
        try {
            for (int turn = first; !closing; turn++) {
                founding.walk(WAYS.get(turn % WAYS.size()));
            }
        } catch (RuntimeException | InterruptedException stuck) {
            founding.client().giveUp(stuck);
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

    private void check(StubbornClient client, ToldSystem told) throws Exception {
        told.read();
        List<StubbornClient.Acknowledged> all = client.acknowledged();
        try (EmbeddedPostgres guest = EmbeddedPostgres.start(data, List.of());
                Connection database = DriverManager.getConnection(guest.url(), guest.user(), guest.password())) {
            KeptBooks books = new KeptBooks(database);
            books.check(all);
            told.check(books.told(told.department()));
        }
        assertThat(all).hasSizeGreaterThan(KILLS);
        System.out.printf(
                "%d kills, %d submissions acknowledged, %d sent again%n", KILLS, all.size(), client.sentAgain());
    }
}
