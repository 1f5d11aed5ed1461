package city.onewindow.launch;

/** OneWindow can't start; the message tells the person at the terminal why, and what to do. */
public final class StartProblem extends RuntimeException {

    public StartProblem(String message) {
        super(message);
    }

    public StartProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
