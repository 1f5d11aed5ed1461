package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.SituationExample;
import city.onewindow.catalog.Situations;
import city.onewindow.catalog.SteadyFields;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who asks questions: a one-thing, or an item for itself.
 *
 * @param oneThing whether it is a one-thing
 * @param items those on which its answers may work
 * @param steady the fields on which its questions may hang
 * @param members of a one-thing; none of an item
 */
record Asker(
        String name,
        boolean oneThing,
        List<Question> questions,
        List<Effect> effects,
        List<SituationExample> examples,
        List<Item> items,
        Set<String> steady,
        List<Member> members) {

    static Asker of(OneThing thing, Content content) {
        List<Item> items = thing.members().stream()
                .map(member -> content.items().get(member.item()))
                .filter(Objects::nonNull)
                .toList();
        return new Asker(
                thing.name(),
                true,
                thing.questions(),
                thing.effects(),
                thing.examples(),
                items,
                SteadyFields.of(thing, content),
                thing.members());
    }

    static Asker of(Item item, Content content) {
        Situations own = item.situations();
        return new Asker(
                item.name(),
                false,
                own.questions(),
                own.effects(),
                own.examples(),
                List.of(item),
                SteadyFields.of(List.of(item), content.elements()),
                List.of());
    }

    /** All of them; one-things first. */
    static List<Asker> in(Content content) {
        return Stream.concat(
                        content.oneThings().values().stream().map(thing -> of(thing, content)),
                        content.items().values().stream().map(item -> of(item, content)))
                .toList();
    }

    /** As messages call what it consists of. */
    String own() {
        return oneThing ? "本一件事" : "本事项";
    }

    /** Whatever may have changed under its examples. */
    List<Object> parts() {
        return Stream.of(
                        effects.stream(),
                        questions.stream(),
                        members.stream(),
                        items.stream().flatMap(item -> item.materials().stream()),
                        items.stream().flatMap(item -> item.fields().stream()))
                .<Object>flatMap(part -> part)
                .toList();
    }
}
