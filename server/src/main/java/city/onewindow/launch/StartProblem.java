package city.onewindow.launch;

import picocli.CommandLine.ExitCode;

/** OneWindow can't start; the message tells the person at the terminal why and what to do, in Chinese and in English. */
public final class StartProblem extends RuntimeException {

    /** As sysexits.h calls wrong settings (EX_CONFIG): whoever keeps the service running must not start it again by himself. */
    static final int NOT_AGAIN = 78;

    private final int exit;

    public StartProblem(String chinese, String english) {
        this(chinese, english, ExitCode.SOFTWARE);
    }

    /** @param exit status with which the program ends */
    StartProblem(String chinese, String english, int exit) {
        super(chinese + "\n" + english);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
