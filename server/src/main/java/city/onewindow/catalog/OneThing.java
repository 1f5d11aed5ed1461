package city.onewindow.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 一件事: items of one or several departments that together are one errand of a person or an enterprise.
 *
 * @param code short and stable: assigned at the first import, never reused
 * @param window code of the window that takes it in
 * @param audience whom it serves
 * @param lifeEvent under which heading the home page shows it
 * @param status whether it can be applied for
 * @param examples what must come out under some answers
 */
public record OneThing(
        String code,
        String name,
        String window,
        Audience audience,
        String lifeEvent,
        List<Member> members,
        List<Question> questions,
        List<Effect> effects,
        Status status,
        List<SituationExample> examples) {

    public OneThing {
        // What was stored before there was a status is offered.
        status = status == null ? Status.OFFERED : status;
        members = List.copyOf(members);
        questions = List.copyOf(questions);
        effects = List.copyOf(effects);
        // Nor were there examples.
        examples = examples == null ? List.of() : List.copyOf(examples);
    }

    /** One that can be applied for, without examples. */
    public OneThing(
            String code,
            String name,
            String window,
            Audience audience,
            String lifeEvent,
            List<Member> members,
            List<Question> questions,
            List<Effect> effects) {
        this(code, name, window, audience, lifeEvent, members, questions, effects, Status.OFFERED, List.of());
    }

    public boolean isOffered() {
        return status == Status.OFFERED;
    }

    /** The same, its member's terms following those of the item where they only repeated them. */
    public OneThing following(String item, Terms before, Terms now) {
        List<Member> followed = members.stream()
                .map(member -> member.item().equals(item) ? member.following(before, now) : member)
                .toList();
        return new OneThing(code, name, window, audience, lifeEvent, followed, questions, effects, status, examples);
    }

    /**
     * The members in the case under these answers, in their order.
     *
     * @param answers of every question that is shown
     */
    public List<Member> membersUnder(Map<String, String> answers) {
        Set<String> included = named(Effect.Kind.INCLUDE_ITEM, answers);
        Set<String> excluded = named(Effect.Kind.EXCLUDE_ITEM, answers);
        return members.stream()
                .filter(member -> !member.optional() || included.contains(member.item()))
                .filter(member -> !excluded.contains(member.item()))
                .toList();
    }

    private Set<String> named(Effect.Kind kind, Map<String, String> answers) {
        return effects.stream()
                .filter(effect -> effect.kind() == kind && effect.isFiredBy(answers))
                .map(Effect::item)
                .collect(Collectors.toSet());
    }
}
