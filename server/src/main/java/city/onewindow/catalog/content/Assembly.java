package city.onewindow.catalog.content;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.LifeEvent;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Situations;
import city.onewindow.catalog.Status;
import city.onewindow.catalog.content.OneThingsFile.MemberRow;
import city.onewindow.catalog.content.ParticularsFile.ParticularsRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the parts together into items and one-things, over those that are loaded. */
final class Assembly {

    private final Parts parts;
    private final Map<String, Item> items;
    private final Map<String, OneThing> oneThings;
    private final Codes itemCodes;

    Assembly(Content loaded, Parts parts, Map<String, DataElement> elements, Map<String, LifeEvent> lifeEvents) {
        this.parts = parts;
        items = new LinkedHashMap<>(loaded.items());
        oneThings = new LinkedHashMap<>(loaded.oneThings());
        itemCodes = new Codes(items.values().stream().map(Item::code).collect(toSet()));
        putMembersItems();
        putOwnItems();
        putOneThings(new Topics(elements, lifeEvents));
    }

    Map<String, Item> items() {
        return items;
    }

    Map<String, OneThing> oneThings() {
        return oneThings;
    }

    /** Items that only rows of one-things speak of. */
    private void putMembersItems() {
        grouped(parts.members(), row -> row.member().item()).forEach((name, rows) -> {
            Item item = items.get(name);
            MemberRow standing = item == null ? first(rows) : standing(item, rows);
            if (standing != null && !parts.items().containsKey(name)) {
                items.put(name, stated(standing, item));
            }
        });
    }

    /** Items as their departments state them; the one-things follow where they only repeated the old terms. */
    private void putOwnItems() {
        parts.items().forEach((name, row) -> {
            Item before = items.get(name);
            if (before != null) {
                oneThings.replaceAll((title, thing) -> thing.following(name, before.terms(), row.terms()));
            }
            items.put(
                    name,
                    new Item(
                            before == null ? itemCodes.give(name) : before.code(),
                            name,
                            row.department(),
                            row.homeWindow(),
                            row.terms(),
                            "",
                            before == null ? List.of() : before.materials(),
                            before == null ? List.of() : before.fields(),
                            row.confidence(),
                            row.particulars(),
                            before == null ? Situations.NONE : before.situations()));
        });
        items.replaceAll((name, item) -> new Item(
                item.code(),
                name,
                item.department(),
                item.homeWindow(),
                item.terms(),
                item.definedBy(),
                parts.materials().getOrDefault(name, item.materials()),
                parts.fields().getOrDefault(name, item.fields()),
                item.confidence(),
                particulars(item),
                new Situations(
                        parts.questions().getOrDefault(name, item.situations().questions()),
                        parts.effects()
                                .effects()
                                .getOrDefault(name, item.situations().effects()),
                        parts.examples().getOrDefault(name, item.situations().examples()),
                        declaration(item))));
    }

    private @Nullable Declaration declaration(Item item) {
        Declaration stated = parts.declarations().get(item.name());
        return stated == null ? item.situations().declaration() : stated;
    }

    /** What the department states itself, no directory that came with the terms of one-things changes. */
    private Particulars particulars(Item item) {
        ParticularsRow stated = parts.particulars().get(item.name());
        if (stated == null || item.definedBy().isEmpty()) {
            return item.particulars();
        }
        return stated.particulars();
    }

    /** The row at the item's own window knows its standing terms best. */
    private static MemberRow first(List<MemberRow> rows) {
        return rows.stream().filter(MemberRow::isAtHome).findFirst().orElse(rows.get(0));
    }

    /**
     * Terms change only with the one-thing that gave them, unless that one no longer has the item, or isn't at the item's own
     * window and another now is: which directory came first makes no difference. What the department states itself, no
     * one-thing changes.
     */
    private @Nullable MemberRow standing(Item item, List<MemberRow> rows) {
        if (item.definedBy().isEmpty()) {
            return null;
        }
        Optional<MemberRow> giving = rows.stream()
                .filter(row -> row.oneThing().equals(item.definedBy()))
                .findFirst();
        boolean restated =
                parts.members().stream().anyMatch(row -> row.oneThing().equals(item.definedBy()));
        boolean stands = giving.isPresent() || !restated;
        boolean standsAtHome = giving.map(MemberRow::isAtHome).orElseGet(() -> isAtHome(item));
        if (stands && (standsAtHome || rows.stream().noneMatch(MemberRow::isAtHome))) {
            return giving.orElse(null);
        }
        return first(rows);
    }

    private boolean isAtHome(Item item) {
        OneThing giving = oneThings.get(item.definedBy());
        return giving != null && giving.window().equals(item.homeWindow());
    }

    private Item stated(MemberRow row, @Nullable Item before) {
        String name = row.member().item();
        return new Item(
                before == null ? itemCodes.give(name) : before.code(),
                name,
                row.department(),
                row.homeWindow(),
                row.member().terms(),
                row.oneThing(),
                before == null ? List.of() : before.materials(),
                before == null ? List.of() : before.fields(),
                row.confidence(),
                before == null ? Particulars.NONE : before.particulars(),
                before == null ? Situations.NONE : before.situations());
    }

    private void putOneThings(Topics topics) {
        Codes codes = new Codes(oneThings.values().stream().map(OneThing::code).collect(toSet()));
        grouped(parts.members(), MemberRow::oneThing).forEach((name, rows) -> {
            OneThing before = oneThings.get(name);
            List<Member> members = rows.stream()
                    .map(MemberRow::member)
                    .sorted(Comparator.comparingInt(Member::seq))
                    .toList();
            String window = rows.get(0).window();
            oneThings.put(
                    name,
                    new OneThing(
                            before == null ? codes.give(name) : before.code(),
                            name,
                            window,
                            before == null ? topics.audience(itemsOf(members)) : before.audience(),
                            before == null ? topics.lifeEvent(window) : before.lifeEvent(),
                            members,
                            before == null ? List.of() : before.questions(),
                            before == null ? List.of() : before.effects(),
                            before == null ? Status.OFFERED : before.status(),
                            before == null ? List.of() : before.examples()));
        });
        oneThings.replaceAll(this::withRows);
    }

    private OneThing withRows(String name, OneThing oneThing) {
        TopicsFile.Topic topic = parts.topics().get(name);
        return new OneThing(
                oneThing.code(),
                name,
                oneThing.window(),
                topic == null ? oneThing.audience() : topic.audience(),
                topic == null ? oneThing.lifeEvent() : topic.lifeEvent(),
                oneThing.members(),
                parts.questions().getOrDefault(name, oneThing.questions()),
                parts.effects().effects().getOrDefault(name, oneThing.effects()),
                topic == null ? oneThing.status() : topic.status(),
                parts.examples().getOrDefault(name, oneThing.examples()));
    }

    private Collection<Item> itemsOf(List<Member> members) {
        return members.stream().map(member -> items.get(member.item())).collect(toList());
    }

    private static Map<String, List<MemberRow>> grouped(List<MemberRow> rows, Function<MemberRow, String> key) {
        return rows.stream().collect(groupingBy(key, LinkedHashMap::new, toList()));
    }
}
