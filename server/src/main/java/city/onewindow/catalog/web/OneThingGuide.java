package city.onewindow.catalog.web;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Terms;
import java.util.List;

/**
 * A one-thing as an edition states it.
 *
 * @param window that takes it in
 * @param questions whose answers narrow it, in the order in which they are asked
 * @param effects what the answers do; they name items and materials by their names
 */
record OneThingGuide(
        String code,
        String name,
        int edition,
        Audience audience,
        String lifeEvent,
        Named window,
        List<Part> items,
        List<Question> questions,
        List<Effect> effects) {

    /**
     * An item's place in it.
     *
     * @param after codes of the items whose result it needs
     * @param optional only if an answer includes it
     * @param choiceGroup at most one item of a group; empty if none
     */
    record Part(
            String code,
            String name,
            Named department,
            int seq,
            List<String> after,
            boolean optional,
            String choiceGroup,
            Terms terms) {}

    static OneThingGuide of(OneThing oneThing, Catalog catalog) {
        return new OneThingGuide(
                oneThing.code(),
                oneThing.name(),
                catalog.edition(),
                oneThing.audience(),
                oneThing.lifeEvent(),
                Named.window(oneThing.window(), catalog),
                oneThing.members().stream().map(member -> part(member, catalog)).toList(),
                oneThing.questions(),
                oneThing.effects());
    }

    private static Part part(Member member, Catalog catalog) {
        Item item = catalog.itemNamed(member.item()).orElseThrow();
        return new Part(
                item.code(),
                item.name(),
                Named.department(item.department(), catalog),
                member.seq(),
                member.after().stream()
                        .map(before -> catalog.itemNamed(before).orElseThrow().code())
                        .toList(),
                member.optional(),
                member.choiceGroup(),
                member.terms());
    }
}
