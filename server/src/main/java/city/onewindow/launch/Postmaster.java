package city.onewindow.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server as its {@code postmaster.pid} describes it.
 *
 * @param pid the process
 * @param port where it listens
 * @param ready whether it says that it takes connections by now
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * The server that runs on these files. A file left behind by a server that was killed is none, also when its number
     * has gone to another process, and when the dead process has not been reaped yet (state Z).
     */
    static Optional<Postmaster> on(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster), StandardCharsets.UTF_8);
            if (lines.size() <= PORT) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(PID).trim());
            boolean ready = lines.size() > STATUS && lines.get(STATUS).startsWith("ready");
            var found = new Postmaster(pid, Integer.parseInt(lines.get(PORT).trim()), ready);
            return found.alive() ? Optional.of(found) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it really takes connections: one that is just being killed still looks ready in its file. */
    boolean answers() {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return ready && connection.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    boolean alive() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String state = stat.substring(stat.lastIndexOf(')') + 1).trim();
            return stat.contains("(postgres)") && !state.startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }
}
