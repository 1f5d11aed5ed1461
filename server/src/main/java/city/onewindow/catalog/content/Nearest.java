package city.onewindow.catalog.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what a misspelt name may have meant. */
public final class Nearest {

    private Nearest() {}

    /** “，是否：甲、乙？”, or nothing if no known name is near. */
    static String hint(String wrong, Collection<String> known) {
        List<String> near = of(wrong, known);
        return near.isEmpty() ? "" : "，是否：" + String.join("、", near) + "？";
    }

    /** Up to three names that are near, the nearest first. */
    public static List<String> of(String wrong, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(wrong, name) <= Math.max(2, wrong.length() / 3))
                .sorted(Comparator.comparing((String name) -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] here = new int[b.length() + 1];
            here[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                here[j] = Math.min(changed, 1 + Math.min(above[j], here[j - 1]));
            }
            above = here;
        }
        return above[b.length()];
    }
}
