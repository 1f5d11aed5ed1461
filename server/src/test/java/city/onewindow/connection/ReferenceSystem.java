package city.onewindow.connection;

import city.onewindow.identity.DemoAccounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The department's system of the examples, as a program of its own: started, read, killed. */
final class ReferenceSystem implements AutoCloseable {

    private static final Path PROGRAM = Path.of("../examples/department-system/DepartmentSystem.java");

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private ReferenceSystem(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param how pull or push, with what belongs to it */
    static ReferenceSystem start(int port, String account, Path journal, String... how) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                PROGRAM.toString(),
                "http://localhost:" + port,
                account,
                DemoAccounts.PASSWORD,
                journal.toString()));
        command.addAll(List.of(how));
        try {
            return new ReferenceSystem(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until it says something that begins so, and answers that line; that it can't reach the house is no reason to wait. */
    String waitFor(String beginning) {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith("OneWindow can't be reached")) {
                said.add(line);
                if (line.startsWith(beginning)) {
                    return line;
                }
                line = output.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("It ended or failed without “" + beginning + "”, and said: " + said);
    }

    /** kill -9: it can't tidy up. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
