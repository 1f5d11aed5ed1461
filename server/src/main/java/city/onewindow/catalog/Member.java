package city.onewindow.catalog;

import java.util.List;

/**
 * An item's place in a one-thing.
 *
 * @param item name of the item
 * @param after names of the items whose result it needs; one that is not in the case is ignored
 * @param optional 选办: in the case only if an answer includes it
 * @param choiceGroup at most one item of a group is in a case; empty if none
 * @param terms the terms inside this one-thing
 */
public record Member(String item, List<String> after, int seq, boolean optional, String choiceGroup, Terms terms) {

    public Member {
        after = List.copyOf(after);
    }

    Member following(Terms before, Terms now) {
        return new Member(item, after, seq, optional, choiceGroup, terms.following(before, now));
    }
}
