package city.onewindow.catalog.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** A word with one slip in it: a character wrong, missing or too many, or two neighbours changed round. */
final class Misspelling {

    /** With one wrong of two, half of it would be left. */
    private static final int SHORTEST = 4;

    /** Of letters three in a row stand in many names. */
    private static final int SHORTEST_SPELLED = 5;

    /** Names go on; and of longer words the automaton grows without measure. */
    private static final int LONGEST = 16;

    private static final int EFFORT = 100_000;

    private final CharacterRunAutomaton whole;
    private final CharacterRunAutomaton inside;
    /** One of these is in whatever was meant: a slip leaves one half as it is, unless it changes round the two in the middle. */
    private final List<String> parts;

    /** Empty if too little was typed to tell a slip from another word, or too much for one slip. */
    static Optional<Misspelling> of(String typed) {
        boolean letters = typed.chars().allMatch(character -> character < 0x80);
        return typed.length() < (letters ? SHORTEST_SPELLED : SHORTEST) || typed.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Misspelling(typed));
    }

    private Misspelling(String typed) {
        int half = typed.length() / 2;
        String changedRound =
                typed.substring(0, half - 1) + typed.charAt(half) + typed.charAt(half - 1) + typed.substring(half + 1);
        parts = List.of(typed.substring(0, half), typed.substring(half), changedRound);
        Automaton meant = new LevenshteinAutomata(typed, true).toAutomaton(1);
        whole = new CharacterRunAutomaton(meant);
        inside = new CharacterRunAutomaton(Operations.determinize(
                Operations.concatenate(List.of(Automata.makeAnyString(), meant, Automata.makeAnyString())), EFFORT));
    }

    /** Whether this word may be what was meant. */
    boolean isOf(String word) {
        return whole.run(word);
    }

    /** Whether what may be meant is a part of the name. */
    boolean isIn(String name) {
        return hasPart(name) && inside.run(name);
    }

    private boolean hasPart(String name) {
        for (String part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
