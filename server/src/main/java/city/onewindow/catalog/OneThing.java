package city.onewindow.catalog;

import java.util.List;

/**
 * 一件事: items of one or several departments that together are one errand of a person or an enterprise.
 *
 * @param code short and stable: assigned at the first import, never reused
 * @param window code of the window that takes it in
 * @param audience whom it serves
 * @param lifeEvent under which heading the home page shows it
 */
public record OneThing(
        String code,
        String name,
        String window,
        Audience audience,
        String lifeEvent,
        List<Member> members,
        List<Question> questions,
        List<Effect> effects) {

    public OneThing {
        members = List.copyOf(members);
        questions = List.copyOf(questions);
        effects = List.copyOf(effects);
    }
}
