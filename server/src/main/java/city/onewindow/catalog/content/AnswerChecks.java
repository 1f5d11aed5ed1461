package city.onewindow.catalog.content;

import city.onewindow.catalog.Alternatives;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Dependence;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.TellingValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What comes out of a one-thing under the answers that can be given: whether there is something to do, and what waits for what. */
final class AnswerChecks {

    /** Beyond so many combinations the questions left keep their defaults. */
    private static final int MOST = 4096;

    private final Catalog catalog;
    private final Origins origins;

    private AnswerChecks(Content content, Origins origins) {
        this.catalog = new Catalog(0, content, Map.of());
        this.origins = origins;
    }

    /** Of content without a fault; what was loaded like this was checked then. */
    static void check(Content content, Content loaded, Origins origins) {
        AnswerChecks checks = new AnswerChecks(content, origins);
        content.oneThings().values().stream()
                .filter(thing -> !isAsLoaded(thing, content, loaded))
                .forEach(checks::oneThing);
    }

    static boolean isAsLoaded(OneThing thing, Content content, Content loaded) {
        return thing.equals(loaded.oneThings().get(thing.name()))
                && thing.members().stream()
                        .map(Member::item)
                        .allMatch(item -> Objects.equals(
                                content.items().get(item), loaded.items().get(item)));
    }

    private void oneThing(OneThing thing) {
        Map<String, String> defaults = Errand.of(catalog, thing, Map.of()).answers();
        boolean nothingByDefault = thing.membersUnder(defaults).isEmpty();
        boolean hasGroups = thing.members().stream()
                .anyMatch(member -> !member.choiceGroup().isEmpty());
        List<Map<String, String>> combinations =
                nothingByDefault || hasGroups ? combinations(thing) : List.of(defaults);
        Member first = thing.members().get(0);
        if (combinations.stream()
                .allMatch(answers -> thing.membersUnder(answers).isEmpty())) {
            origins.fault(
                    first,
                    "optional",
                    "“" + thing.name() + "”在任何回答下都没有要办的事项，可填：必办，或在 situation-effects.csv 中用 include_item 带入",
                    thing.effects());
            return;
        }
        if (nothingByDefault) {
            origins.notice(first, "optional", "“" + thing.name() + "”按默认回答没有要办的事项，指南会请人先回答问题");
        }
        if (hasGroups) {
            alternatives(thing, defaults, combinations);
        }
        waiting(thing);
    }

    private void alternatives(OneThing thing, Map<String, String> defaults, List<Map<String, String>> combinations) {
        for (Alternatives both : Alternatives.in(thing.membersUnder(defaults))) {
            origins.fault(
                    member(thing, both.items().get(1)),
                    "choice_group",
                    "按默认回答会同时办“" + String.join("”“", both.items()) + "”，与“" + both.group()
                            + "”不符，可填：选办，或用 exclude_item 排除其一",
                    thing.effects());
        }
        Set<Alternatives> told = new HashSet<>(Alternatives.in(thing.membersUnder(defaults)));
        for (Map<String, String> answers : combinations) {
            for (Alternatives both : Alternatives.in(thing.membersUnder(answers))) {
                if (told.add(both)) {
                    origins.notice(
                            member(thing, both.items().get(1)),
                            "choice_group",
                            "回答 " + answers + " 会同时办“" + String.join("”“", both.items()) + "”，与“" + both.group()
                                    + "”不符，这样回答不能收件");
                }
            }
        }
    }

    /** Tells of each item that waits for another's result though no row says so: an owner should write it down or rename. */
    private void waiting(OneThing thing) {
        Set<String> told = new HashSet<>();
        Dependence dependence = Dependence.of(thing.members());
        List<Question> questions = Stream.concat(
                        thing.questions().stream(),
                        thing.members().stream()
                                .flatMap(member -> catalog.itemNamed(member.item()).stream())
                                .flatMap(item -> item.situations().questions().stream()))
                .toList();
        List<Map<String, String>> filled =
                TellingValues.of(questions, catalog.content().elements());
        for (Map<String, String> answers : oneChange(questions)) {
            filled.stream()
                    .flatMap(values -> Errand.of(catalog, thing, answers, values).items().stream())
                    .distinct()
                    .forEach(item -> item.after().stream()
                            .filter(before -> !dependence.before(item.name()).contains(before))
                            .filter(before -> told.add(item.name() + "::" + before))
                            .forEach(before -> origins.notice(
                                    member(thing, item.name()),
                                    "after_items",
                                    "“" + item.name() + "”的材料与“" + before + "”的结果同名，会等它办出；请把它写进 after_items")));
        }
    }

    private static Member member(OneThing thing, String item) {
        return thing.members().stream()
                .filter(member -> member.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Of the questions that decide which items are in the case, every combination of answers. One that hangs on the form is asked
     * and not asked: more may come out of it than of any form.
     */
    private static List<Map<String, String>> combinations(OneThing thing) {
        Set<String> deciding = new TreeSet<>();
        thing.effects().stream()
                .filter(effect ->
                        effect.kind() == Effect.Kind.INCLUDE_ITEM || effect.kind() == Effect.Kind.EXCLUDE_ITEM)
                .forEach(effect -> deciding.add(effect.question()));
        List<Question> backwards = new ArrayList<>(thing.questions());
        Collections.reverse(backwards);
        backwards.stream()
                .filter(question -> deciding.contains(question.code()))
                .forEach(question -> deciding.addAll(question.shownWhen().names()));
        Set<String> hangsOnForm = hangingOnForm(thing);
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Question question : thing.questions()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> answers : all) {
                boolean open = hangsOnForm.contains(question.code());
                if (!deciding.contains(question.code())
                        || !open && !question.shownWhen().holds(answers)) {
                    longer.add(answers);
                    continue;
                }
                if (open) {
                    longer.add(answers);
                }
                if (all.size() <= MOST) {
                    question.answers().forEach(answer -> longer.add(with(answers, question, answer.code())));
                } else {
                    longer.add(with(answers, question, question.defaultAnswer()));
                }
            }
            all = longer;
        }
        return all;
    }

    /** Codes of the questions whose condition names anything but questions, or names such a question. */
    private static Set<String> hangingOnForm(OneThing thing) {
        Set<String> asked = new HashSet<>();
        Set<String> hanging = new HashSet<>();
        for (Question question : thing.questions()) {
            if (question.shownWhen().names().stream()
                    .anyMatch(name -> !asked.contains(name) || hanging.contains(name))) {
                hanging.add(question.code());
            }
            asked.add(question.code());
        }
        return hanging;
    }

    private static Map<String, String> with(Map<String, String> answers, Question question, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(question.code(), answer);
        return more;
    }

    private static List<Map<String, String>> oneChange(List<Question> questions) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Question question : questions) {
            for (Option answer : question.answers()) {
                all.add(Map.of(question.code(), answer.code()));
            }
        }
        return all;
    }
}
