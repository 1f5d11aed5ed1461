package city.onewindow.catalog.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * A name as it may be typed in pinyin: syllables, initials or a mixture ({@code qiyekaiban}, {@code qykb}, {@code
 * qiyekb}), any reading of a character being right.
 */
final class PinyinName {

    private static final Pattern BLURRED = Pattern.compile("(?<=^[zcs])h|(?<=n)g$");

    /** Looked up once for each character: names are made of a few thousand, over and over. */
    private static final Map<Character, List<String>> KNOWN = new ConcurrentHashMap<>();

    /** Of each letter, digit or Chinese character what may be typed for it. */
    private final List<List<String>> readings;

    /** Of each character the letters with which its readings begin, as bits: most places need no closer look. */
    private final int[] initials;

    private final String name;
    private final String letters;

    PinyinName(String name) {
        this.name = name.toLowerCase(Locale.ROOT);
        readings = this.name
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(PinyinName::readings)
                .toList();
        letters = readings.stream().map(reading -> reading.get(0)).collect(Collectors.joining());
        initials = readings.stream().mapToInt(PinyinName::initials).toArray();
    }

    private static int initials(List<String> readings) {
        return readings.stream().mapToInt(reading -> bit(reading.charAt(0))).reduce(0, (one, other) -> one | other);
    }

    /** Of a letter its own; digits and characters share the rest. */
    private static int bit(char beginning) {
        return 1 << (beginning & 31);
    }

    /** In small letters. */
    String name() {
        return name;
    }

    /** Spelled in full, each character by its first reading. */
    String letters() {
        return letters;
    }

    private static List<String> readings(int character) {
        return character > Character.MAX_VALUE || character < 0x80
                ? List.of(Character.toString(character))
                : KNOWN.computeIfAbsent((char) character, PinyinName::lookUp);
    }

    private static List<String> lookUp(char character) {
        String[] found = PinyinHelper.toHanyuPinyinStringArray(character);
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
        int first = bit(letters.charAt(0));
        for (int from = 0; from < initials.length; from++) {
            if ((initials[from] & first) != 0 && fits(letters, from)) {
                return from;
            }
        }
        return -1;
    }

    /**
     * Of each character its whole syllables, initials alone saying nothing: what sounds alike is what has one of them in the
     * same place. To many ears zh is z, and ng is n.
     */
    List<List<String>> syllables() {
        return readings.stream().map(PinyinName::whole).toList();
    }

    private static List<String> whole(List<String> readings) {
        List<String> whole = readings.stream()
                .filter(reading -> reading.length() > 1)
                .map(reading -> BLURRED.matcher(reading).replaceAll(""))
                .toList();
        return whole.isEmpty() ? readings : whole;
    }

    /** Whether each character sounds as the other's in its place. */
    boolean soundsAs(PinyinName other) {
        List<List<String>> ours = syllables();
        List<List<String>> theirs = other.syllables();
        return ours.size() == theirs.size()
                && IntStream.range(0, ours.size()).noneMatch(at -> Collections.disjoint(ours.get(at), theirs.get(at)));
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

    /** @param letters 63 at most */
    private boolean fits(String letters, int character) {
        // Bit n is set if the first n letters are spelled by the characters so far.
        long spelled = 1;
        for (int at = character; at < readings.size() && spelled != 0; at++) {
            long next = 0;
            for (long left = spelled; left != 0; left &= left - 1) {
                int from = Long.numberOfTrailingZeros(left);
                for (String reading : readings.get(at)) {
                    int compared = Math.min(reading.length(), letters.length() - from);
                    if (letters.regionMatches(from, reading, 0, compared)) {
                        // The last syllable may be unfinished.
                        if (from + compared == letters.length()) {
                            return true;
                        }
                        next |= 1L << from + compared;
                    }
                }
            }
            spelled = next;
        }
        return false;
    }
}
