package city.onewindow.launch;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;

/** OneWindow can't start; the message tells the person at the terminal why and what to do, in Chinese and in English. */
public final class StartProblem extends RuntimeException {

    /** As sysexits.h calls wrong settings (EX_CONFIG): whoever keeps the service running must not start it again by himself. */
    static final int NOT_AGAIN = 78;

    private final String chinese;
    private final String english;
    private final int exit;

    public StartProblem(String chinese, String english) {
        this(chinese, english, ExitCode.SOFTWARE);
    }

    /** @param exit status with which the program ends */
    StartProblem(String chinese, String english, int exit) {
        super(chinese + "\n" + english);
        this.chinese = chinese;
        this.english = english;
        this.exit = exit;
    }

    /** All of them at once, so that nobody starts again and again to be told the next; nothing if there is none. */
    static void refuse(List<StartProblem> problems) {
        if (!problems.isEmpty()) {
            throw new StartProblem(
                    problems.stream().map(problem -> problem.chinese).collect(Collectors.joining("\n")),
                    problems.stream().map(problem -> problem.english).collect(Collectors.joining("\n")));
        }
    }

    int exit() {
        return exit;
    }
}
