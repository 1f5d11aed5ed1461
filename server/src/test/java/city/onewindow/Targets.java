package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What is pressed or clicked is 24 px at least, but for a link within a sentence (WCAG 2.2, 2.5.8). */
public final class Targets {

    private static final String SMALL = """
            () => Array.from(document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])"))
                .filter(element => element.getClientRects().length && !element.closest(".unseen, .skip"))
                .filter(element => {
                    const within = element.matches("[type=radio], [type=checkbox]") && element.closest("label");
                    const box = (within || element).getBoundingClientRect();
                    const inSentence = getComputedStyle(element).display === "inline"
                        && element.parentElement.textContent.trim() !== element.textContent.trim();
                    return !inSentence && box.width > 1 && (box.height < 23.9 || box.width < 23.9);
                })
                .map(element => element.outerHTML.slice(0, 120))
            """;

    private Targets() {}

    public static void areBigEnough(Page page) {
        assertThat((List<?>) page.evaluate(SMALL))
                .as("too small on " + page.url())
                .isEmpty();
    }
}
