package city.onewindow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time used so far, in milliseconds.
 *
 * @param java by this process: the contestant and the load
 * @param postgres by the database server and its living backends
 */
record Cpu(double java, double postgres) {

    /** Clock ticks a second of /proc (USER_HZ), the same on every Linux that this runs on. */
    private static final double TICKS_A_SECOND = 100;

    static Cpu now(long postmaster) {
        double java = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e6;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            double ticks = processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .mapToDouble(path -> ticks(path, postmaster))
                    .sum();
            return new Cpu(java, ticks * 1000 / TICKS_A_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cpu minus(Cpu earlier) {
        return new Cpu(java - earlier.java, postgres - earlier.postgres);
    }

    /** User and system time of the server, with its ended children, or of one of its living children; else 0. */
    private static double ticks(Path process, long postmaster) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            boolean server = process.getFileName().toString().equals(String.valueOf(postmaster));
            boolean child = fields.get(1).equals(String.valueOf(postmaster));
            double own = Double.parseDouble(fields.get(11)) + Double.parseDouble(fields.get(12));
            double ended = Double.parseDouble(fields.get(13)) + Double.parseDouble(fields.get(14));
            return server ? own + ended : child ? own : 0;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
