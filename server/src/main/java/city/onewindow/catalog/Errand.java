package city.onewindow.catalog;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done: a one-thing narrowed by the answers to its questions, or any items put together. A pure
 * function of the catalog, the selection, the answers and what the form says in its {@link SteadyFields}.
 *
 * @param oneThing null for items put together by hand
 * @param questions those to show, in order; hidden ones are left out
 * @param answers the answer in force of every question shown: the one given, else its default
 * @param items those in the case, each with its place, in an order that does not depend on how they were selected
 * @param waiting questions that the form may bring up once it is filled in
 */
public record Errand(
        @Nullable OneThing oneThing,
        List<Question> questions,
        Map<String, String> answers,
        List<CaseItem> items,
        List<WaitingQuestion> waiting) {

    public Errand {
        questions = List.copyOf(questions);
        answers = Map.copyOf(answers);
        items = List.copyOf(items);
        waiting = List.copyOf(waiting);
    }

    /** Of an errand of whose form nothing is filled in. */
    public static Errand of(Catalog catalog, OneThing oneThing, Map<String, String> given) {
        return of(catalog, oneThing, given, Map.of());
    }

    /**
     * @param values of the form, by code of the element
     * @throws Problem.InvalidInput if an answer is none of its question's
     */
    public static Errand of(Catalog catalog, OneThing oneThing, Map<String, String> given, Map<String, String> values) {
        List<Question> all = new ArrayList<>(oneThing.questions());
        oneThing.members()
                .forEach(member -> catalog.itemNamed(member.item())
                        .ifPresent(item -> all.addAll(item.situations().questions())));
        Asking asking = new Asking(given, values, all);
        asking.ask(oneThing.questions(), oneThing.effects(), SteadyFields.of(oneThing, catalog.content()));
        // Which items are in the case and what the one-thing asks of them hangs on its own questions; then each asks
        // for itself.
        List<Member> members = oneThing.membersUnder(asking.answers());
        List<Effect> fired = new ArrayList<>(fired(oneThing.effects(), asking.answers()));
        fired.addAll(askOwn(
                asking,
                members.stream()
                        .map(member -> catalog.itemNamed(member.item()).orElseThrow())
                        .toList(),
                catalog));
        asking.mustBeAnswered();
        List<CaseItem> items = members.stream()
                .map(member -> place(catalog, member.item(), member.terms(), members, fired))
                .toList();
        return new Errand(oneThing, asking.shown(), asking.answers(), Production.link(items), asking.waiting());
    }

    /** Of an errand of whose form nothing is filled in. */
    public static Errand of(Catalog catalog, Set<Item> selected, Map<String, String> given) {
        return of(catalog, selected, given, Map.of());
    }

    /**
     * Items put together by hand. Their questions and effects are their own, and those of every one-thing that knows them.
     *
     * @param values of the form, by code of the element
     * @throws Problem.InvalidInput if nothing is selected, if two items exclude each other, or for a wrong answer
     */
    public static Errand of(
            Catalog catalog, Set<Item> selected, Map<String, String> given, Map<String, String> values) {
        if (selected.isEmpty()) {
            throw new Problem.InvalidInput("/items", "还没有选择事项。请至少选择一个要办的事项。");
        }
        Set<String> names = new TreeSet<>();
        selected.forEach(item -> names.add(item.name()));
        List<OneThing> knowing = catalog.oneThings().stream()
                .filter(thing -> thing.members().stream().anyMatch(member -> names.contains(member.item())))
                .sorted(Comparator.comparing(OneThing::name))
                .toList();
        List<Member> members = knowing.stream()
                .flatMap(thing -> thing.members().stream())
                .filter(member -> names.contains(member.item()))
                .toList();
        knowing.forEach(thing -> Alternatives.in(thing.members().stream()
                        .filter(member -> names.contains(member.item()))
                        .toList())
                .forEach(both -> {
                    throw new Problem.InvalidInput("/items", both.refusal());
                }));
        List<Effect> effects = knowing.stream()
                .flatMap(thing -> thing.effects().stream())
                .filter(effect -> !effect.material().isEmpty() && names.contains(effect.item()))
                .distinct()
                .toList();
        List<Item> inOrder = names.stream()
                .map(name -> catalog.itemNamed(name).orElseThrow())
                .toList();
        List<Question> borrowed = relevant(catalog, names, effects, knowing);
        List<Question> all = new ArrayList<>(borrowed);
        inOrder.forEach(item -> all.addAll(item.situations().questions()));
        Asking asking = new Asking(given, values, all);
        asking.ask(borrowed, effects, SteadyFields.of(inOrder, catalog.content().elements()));
        List<Effect> fired = new ArrayList<>(askOwn(asking, inOrder, catalog));
        fired.addAll(fired(effects, asking.answers()));
        asking.mustBeAnswered();
        List<CaseItem> items = inOrder.stream()
                .map(item -> place(catalog, item.name(), item.terms(), members, fired))
                .toList();
        return new Errand(null, asking.shown(), asking.answers(), Production.link(items), asking.waiting());
    }

    /** @throws Problem.InvalidInput if nothing is left to be done under the answers, or alternatives are chosen together */
    public void mustBeDoable() {
        undoable().ifPresent(why -> {
            throw new Problem.InvalidInput("/answers", why);
        });
    }

    /** @throws Problem.InvalidInput with each of the questions that isn't shown */
    public void mustAsk(Set<String> codes) {
        Problem.InvalidInput.refuse(codes.stream()
                .filter(code -> !answers.containsKey(code))
                .map(code -> new Fault("/answers" + Fault.step(code), "这件申请现在不问「" + code + "」。请去掉它。"))
                .toList());
    }

    /** Why it can't be taken in as it was answered, and what to do; empty if it can. */
    public Optional<String> undoable() {
        if (items.isEmpty()) {
            return Optional.of("这样回答，「" + title() + "」没有要办的事项。请先回答问题，选出要办的。");
        }
        return oneThing == null
                ? Optional.empty()
                : Alternatives.in(oneThing.members().stream()
                                .filter(member -> item(member.item()).isPresent())
                                .toList())
                        .stream()
                        .findFirst()
                        .map(Alternatives::refusal);
    }

    /** The name of the errand for people: the one-thing's, or the items' one after another. */
    public String title() {
        return oneThing != null
                ? oneThing.name()
                : String.join(
                        "、", items.stream().map(item -> item.item().name()).toList());
    }

    public Optional<CaseItem> item(String name) {
        return items.stream().filter(item -> item.item().name().equals(name)).findFirst();
    }

    /**
     * Asks the items' own questions, each of which hangs on its own item's form.
     *
     * @return what their answers do
     */
    private static List<Effect> askOwn(Asking asking, List<Item> items, Catalog catalog) {
        for (Item item : items) {
            asking.ask(
                    item.situations().questions(),
                    item.situations().effects(),
                    SteadyFields.of(List.of(item), catalog.content().elements()));
        }
        return items.stream()
                .flatMap(item -> item.situations().effects().stream())
                .filter(effect -> effect.isFiredBy(asking.answers()))
                .toList();
    }

    private static List<Question> relevant(
            Catalog catalog, Set<String> names, List<Effect> effects, List<OneThing> knowing) {
        Set<String> codes = new TreeSet<>();
        effects.forEach(effect -> codes.add(effect.question()));
        names.forEach(name -> catalog.itemNamed(name)
                .orElseThrow()
                .fields()
                .forEach(field -> codes.addAll(field.condition().names())));
        Map<String, Question> relevant = new LinkedHashMap<>();
        knowing.stream()
                .flatMap(thing -> thing.questions().stream())
                .filter(question -> codes.contains(question.code()))
                .forEach(question -> relevant.putIfAbsent(question.code(), question));
        return List.copyOf(relevant.values());
    }

    private static List<Effect> fired(List<Effect> effects, Map<String, String> answers) {
        return effects.stream().filter(effect -> effect.isFiredBy(answers)).toList();
    }

    private static CaseItem place(Catalog catalog, String name, Terms terms, List<Member> members, List<Effect> fired) {
        Item item = catalog.itemNamed(name).orElseThrow();
        Set<String> present = new TreeSet<>();
        members.forEach(member -> present.add(member.item()));
        List<String> after = members.stream()
                .filter(member -> member.item().equals(name))
                .flatMap(member -> member.after().stream())
                .filter(present::contains)
                .distinct()
                .sorted()
                .toList();
        return new CaseItem(item, terms, after, CaseMaterial.of(item, fired));
    }
}
