package city.onewindow.launch;

/** OneWindow can't start; the message tells the person at the terminal why and what to do, in Chinese and in English. */
public final class StartProblem extends RuntimeException {

    public StartProblem(String chinese, String english) {
        super(chinese + "\n" + english);
    }
}
