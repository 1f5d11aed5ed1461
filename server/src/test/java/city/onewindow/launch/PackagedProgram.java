package city.onewindow.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The packaged program, with data and a port that stay when it is killed and started again. */
public final class PackagedProgram implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final Path data;
    private final int port;
    private Process process;
    private boolean running = true;

    private PackagedProgram(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Returns when it is ready. */
    public static PackagedProgram start(Path data) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return new PackagedProgram(data, port, launch(data, port));
    }

    public int port() {
        return port;
    }

    /** {@code kill -9} of the program; who has to do with it waits in {@link #awaitRunning()} until it is back. */
    void kill() throws Exception {
        synchronized (this) {
            running = false;
        }
        process.destroyForcibly().waitFor();
    }

    /** {@code kill -9} of its database, which the program has to notice and to start again, or the next program. */
    void killDatabase() throws Exception {
        Postmaster postmaster = Postmaster.on(data.resolve("database")).orElseThrow();
        ProcessHandle.of(postmaster.pid()).ifPresent(ProcessHandle::destroyForcibly);
        while (postmaster.alive()) {
            Thread.onSpinWait();
        }
    }

    void startAgain() throws Exception {
        process = launch(data, port);
        synchronized (this) {
            running = true;
            notifyAll();
        }
    }

    synchronized void awaitRunning() throws InterruptedException {
        while (!running) {
            wait();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Compiled quickly rather than well, as the build's own JVMs are: it lives for seconds. */
    private static Process launch(Path data, int port) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString(),
                        "serve",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, ready), "output-of-the-program");
        reader.setDaemon(true);
        reader.start();
        try {
            ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return process;
        } catch (ExecutionException | TimeoutException notReady) {
            process.destroyForcibly();
            throw notReady;
        }
    }

    /** Until it ends: a program whose output nobody reads stands still. */
    private static void read(Process process, CompletableFuture<Void> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("OneWindow is ready")) {
                    ready.complete(null);
                }
                if (!ready.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException killed) {
            said.append(killed);
        }
        ready.completeExceptionally(new IllegalStateException("The program ended: " + said));
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
