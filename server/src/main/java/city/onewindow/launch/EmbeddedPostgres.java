package city.onewindow.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server that lives in a data directory: unpacked and initialised the first time, then started with the
 * program and stopped with it.
 *
 * <p>It comes back by itself: a server that outlived a killed program is adopted, a killed server is started again within
 * a second or two on the same port, and PostgreSQL recovers what was committed. A second program on the same directory
 * (such as an import beside the running service) uses the first one's server and leaves it running.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final Cluster cluster;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watchdog = new Thread(this::watch, "postgres-watchdog");
    private @Nullable FileLock ownership;

    private EmbeddedPostgres(Path data, Cluster cluster) {
        this.data = data;
        this.cluster = cluster;
        watchdog.setDaemon(true);
    }

    /**
     * Starts the server of a data directory, or finds it running.
     *
     * @param data the directory, made if absent
     * @param settings PostgreSQL settings beside the usual ones, such as {@code fsync=off}
     * @throws StartProblem if it can't be, saying what to do
     */
    public static EmbeddedPostgres start(Path data, List<String> settings) {
        try {
            Path home = Files.createDirectories(data.toAbsolutePath().normalize());
            var server = new EmbeddedPostgres(home, new Cluster(home, settings));
            server.ensureRunning();
            server.watchdog.start();
            return server;
        } catch (IOException e) {
            throw unusable(data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("PostgreSQL 启动时被中断。", "Interrupted while PostgreSQL was starting.");
        }
    }

    static StartProblem unusable(Path data, IOException reason) {
        return new StartProblem(
                "数据目录 " + data + " 不能使用（" + reason + "）。请看它是不是目录、能不能写、磁盘有没有空间，或用 --data DIR 换一个目录。",
                "The data directory " + data
                        + " can't be used. See that it is a directory, that it can be written, and that the disk has"
                        + " room; or choose another with --data DIR.");
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + cluster.credentials().port() + "/" + Cluster.DATABASE;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return cluster.credentials().password();
    }

    /** The running server's process, if it runs right now. */
    Optional<ProcessHandle> process() {
        return Postmaster.on(cluster.directory()).flatMap(postmaster -> ProcessHandle.of(postmaster.pid()));
    }

    /** Stops the server, unless another program owns it. */
    @Override
    public void close() {
        closing.countDown();
        try {
            watchdog.join();
            if (ownership != null) {
                cluster.stop();
                ownership.channel().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop cleanly; the next start recovers it. {}", e.getMessage());
        }
    }

    private void watch() {
        try {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (Postmaster.on(cluster.directory()).isEmpty()) {
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        log.warn("PostgreSQL is gone; starting it again.");
        try {
            ensureRunning();
            log.info("PostgreSQL is back.");
        } catch (IOException | StartProblem e) {
            log.error("PostgreSQL did not come back, trying again: {}", e.getMessage());
            closing.await(1, TimeUnit.SECONDS);
        }
    }

    /** Only the owner starts the server; everybody else waits until it is there, or inherits the ownership. */
    private void ensureRunning() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && closing.getCount() > 0) {
            Optional<Postmaster> running = Postmaster.on(cluster.directory());
            boolean owner = own();
            if (running.isPresent() && running.get().answers()) {
                cluster.adopt(running.get());
                return;
            }
            if (running.isEmpty() && owner) {
                cluster.start();
            }
            closing.await(20, TimeUnit.MILLISECONDS);
        }
        if (closing.getCount() > 0) {
            throw new StartProblem(
                    "PostgreSQL 在 " + PATIENCE.toMinutes() + " 分钟内没有就绪，原因见 " + cluster.log(),
                    "PostgreSQL did not get ready within " + PATIENCE.toMinutes() + " minutes; its log: "
                            + cluster.log());
        }
    }

    private boolean own() throws IOException {
        if (ownership == null) {
            FileChannel channel =
                    FileChannel.open(data.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                ownership = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                ownership = null;
            }
            if (ownership == null) {
                channel.close();
            }
        }
        return ownership != null;
    }
}
