package city.onewindow.catalog;

import java.util.List;
import java.util.Map;

/**
 * 告知承诺: an item may be decided on the applicant's declaration that its conditions are met, which the department checks
 * afterwards (河南省优化营商环境条例 第三十四条). The applicant chooses it by an answer; the materials that the answer drops are
 * replaced by the declaration.
 *
 * @param question code of the item's own question that asks for the choice; it is answered yes or no, no by default
 * @param declares what is declared, a sentence each
 * @param checkDays working days from the grant in which the department checks
 * @param mendDays working days that an applicant has to mend what was not as declared
 * @param ground laws and articles that let the item be done so
 */
public record Declaration(String question, List<String> declares, int checkDays, int mendDays, String ground) {

    /** The answer that chooses it. */
    public static final String CHOSEN = "yes";

    /** The default: the ordinary way. */
    public static final String ORDINARY = "no";

    public Declaration {
        declares = List.copyOf(declares);
    }

    /** The items of an errand that the applicant wants done so. */
    public static List<Item> chosenIn(Errand errand) {
        return errand.items().stream()
                .map(CaseItem::item)
                .filter(item -> isChosen(item, errand.answers()))
                .toList();
    }

    /** Names of an item's materials that aren't asked for, since it is declared instead what they would show. */
    public static List<String> replaced(Item item) {
        Declaration declaration = item.situations().declaration();
        return item.situations().effects().stream()
                .filter(effect -> declaration != null
                        && effect.kind() == Effect.Kind.DROP_MATERIAL
                        && effect.isFiredBy(Map.of(declaration.question(), CHOSEN)))
                .map(Effect::material)
                .toList();
    }

    private static boolean isChosen(Item item, Map<String, String> answers) {
        Declaration declaration = item.situations().declaration();
        return declaration != null && CHOSEN.equals(answers.get(declaration.question()));
    }
}
