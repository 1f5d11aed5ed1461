package city.onewindow.catalog;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * A name as it may be typed in pinyin: syllables, initials or a mixture ({@code qiyekaiban}, {@code qykb}, {@code
 * qiyekb}), any reading of a character being right.
 */
final class PinyinName {

    /** So many characters must sound alike. */
    private static final int HEARD = 3;

    /** Of each letter, digit or Chinese character what may be typed for it. */
    private final List<List<String>> readings;

    PinyinName(String name) {
        readings = name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(PinyinName::readings)
                .toList();
    }

    private static List<String> readings(int character) {
        String[] found =
                character > 0xFFFF || character < 0x80 ? null : PinyinHelper.toHanyuPinyinStringArray((char) character);
        if (found == null) {
            return List.of(Character.toString(character));
        }
        return Arrays.stream(found)
                .map(reading -> reading.replaceAll("\\d", "").replace("u:", "v"))
                .flatMap(reading -> Stream.of(reading, reading.substring(0, 1)))
                .distinct()
                .toList();
    }

    /** How many characters stand before the place where the letters fit; -1 if they fit nowhere. */
    int place(String letters) {
        for (int from = 0; from < readings.size(); from++) {
            if (fits(letters, from)) {
                return from;
            }
        }
        return -1;
    }

    /**
     * How many characters stand before the place where all that was typed sounds alike: who takes the wrong character of the
     * right sound finds what was meant. -1 if nowhere, or if too little was typed to tell.
     */
    int soundsLike(PinyinName typed) {
        int length = typed.readings.size();
        for (int from = 0; length >= HEARD && from + length <= readings.size(); from++) {
            int start = from;
            if (IntStream.range(0, length).allMatch(at -> alike(readings.get(start + at), typed.readings.get(at)))) {
                return from;
            }
        }
        return -1;
    }

    /** Whether the letters are the whole of it, each character by a syllable or its initial. */
    boolean isSpelled(String letters) {
        Set<Integer> ends = Set.of(0);
        for (List<String> character : readings) {
            Set<Integer> next = new HashSet<>();
            for (int end : ends) {
                character.stream()
                        .filter(reading -> letters.startsWith(reading, end))
                        .forEach(reading -> next.add(end + reading.length()));
            }
            ends = next;
        }
        return ends.contains(letters.length());
    }

    /** By whole syllables; initials alone say nothing here. */
    private static boolean alike(List<String> one, List<String> other) {
        return one.equals(other) || one.stream().anyMatch(reading -> reading.length() > 1 && other.contains(reading));
    }

    private boolean fits(String letters, int character) {
        boolean[] open = new boolean[letters.length() + 1];
        open[0] = true;
        for (int at = character; at < readings.size(); at++) {
            boolean[] next = new boolean[letters.length() + 1];
            boolean any = false;
            for (int typed = 0; typed < letters.length(); typed++) {
                if (!open[typed]) {
                    continue;
                }
                for (String reading : readings.get(at)) {
                    String left = letters.substring(typed);
                    // The last syllable may be unfinished.
                    if (reading.startsWith(left)) {
                        return true;
                    }
                    if (left.startsWith(reading)) {
                        next[typed + reading.length()] = true;
                        any = true;
                    }
                }
            }
            if (!any) {
                return false;
            }
            open = next;
        }
        return false;
    }
}
