package city.onewindow.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands that never leave the keyboard. */
record Keyboard(Page page) {

    private static final int PATIENCE = 120;

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Enter by Enter to an input. */
    void enterTo(String selector) {
        for (int i = 0; i < PATIENCE && !isAt(selector); i++) {
            press("Enter");
        }
        assertThat(isAt(selector)).as("Enter leads to " + selector).isTrue();
    }

    /** Goes through a form and puts in each value where it belongs, until everything is in. */
    void fill(String form, Map<String, String> texts, Map<String, List<Map<String, String>>> tables) {
        page.locator(form + " input:not([type=hidden])").first().focus();
        Map<String, String> all = new HashMap<>(texts);
        tables.forEach((table, rows) -> rows.get(0).forEach((column, text) -> all.put(table + "[0]." + column, text)));
        Set<String> open = new HashSet<>(all.keySet());
        for (int i = 0; i < 3 * PATIENCE && !open.isEmpty(); i++) {
            String name = active("e.name || ''");
            String wanted = all.getOrDefault(name, "");
            if (!wanted.isEmpty() && (isBox() || !active("e.value").equals(wanted))) {
                enter(wanted);
            }
            open.remove(name);
            press("Tab");
        }
        assertThat(open).as("fields that Tab never came to").isEmpty();
    }

    private void enter(String wanted) {
        switch (active("e.tagName + ' ' + e.type")) {
            case "SELECT select-one" -> {
                for (int i = 0; i < PATIENCE && !active("e.value").equals(wanted); i++) {
                    press("ArrowDown");
                }
            }
            case "INPUT radio" -> {
                press("Space");
                for (int i = 0; i < PATIENCE && !active("e.value").equals(wanted); i++) {
                    press("ArrowRight");
                }
            }
            case "INPUT checkbox" -> {
                if (Arrays.asList(wanted.split("\\|")).contains(active("e.value"))
                        && active("e.checked").equals("false")) {
                    press("Space");
                }
            }
            case "INPUT date" -> type(wanted.substring(5, 7) + wanted.substring(8, 10) + wanted.substring(0, 4));
            default -> {
                press("Control+a");
                type(wanted);
            }
        }
    }

    private boolean isBox() {
        return active("['checkbox', 'radio'].includes(e.type)").equals("true");
    }

    private boolean isAt(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private String active(String expression) {
        return String.valueOf(
                page.evaluate("() => { const e = document.activeElement; return String(" + expression + "); }"));
    }
}
