package city.onewindow.notice;

/**
 * Why a wording may not be published.
 *
 * @param line of the text, from 1; 0 if it is the text as a whole
 * @param message what is wrong and what to do, in Chinese
 */
public record WordingFault(int line, String message) {

    /** With its place. */
    public String told() {
        return line == 0 ? message : "第 " + line + " 行：" + message;
    }
}
