package city.onewindow.catalog.content;

import java.util.HashSet;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Gives items and one-things their short codes: the pinyin initials of the name, kept for ever once given. */
final class Codes {

    private final Set<String> taken;

    Codes(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Without what stands in parentheses if that is still free, else with it, else with a number. */
    String give(String name) {
        String shorter = initials(name.replaceAll("[(（][^)）]*[)）]", "").replace("一件事", ""));
        String whole = initials(name);
        String base = shorter.isEmpty() ? "x" : shorter;
        if (taken.add(base)) {
            return base;
        }
        if (whole.length() > base.length() && taken.add(whole)) {
            return whole;
        }
        int number = 2;
        while (!taken.add(base + number)) {
            number++;
        }
        return base + number;
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (char c : name.toCharArray()) {
            String[] readings = c < 0x80 ? null : PinyinHelper.toHanyuPinyinStringArray(c);
            if (readings != null && readings.length > 0) {
                initials.append(readings[0].charAt(0));
            } else if (c < 0x80 && Character.isLetterOrDigit(c)) {
                initials.append(Character.toLowerCase(c));
            }
        }
        return initials.toString();
    }
}
