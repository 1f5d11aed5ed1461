package city.onewindow.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 情形: a question whose answers narrow what an application needs. The same code has the same answers everywhere.
 *
 * @param defaultAnswer code of the answer assumed until another is given
 * @param shownWhen over earlier questions; a hidden question has no answer, even if it has a default
 * @param fillsElement the data element whose value the answer is; null if none
 */
public record Question(
        String code,
        int order,
        String text,
        String textEn,
        List<Option> answers,
        String defaultAnswer,
        Expression shownWhen,
        @Nullable String fillsElement) {

    public Question {
        answers = List.copyOf(answers);
    }
}
