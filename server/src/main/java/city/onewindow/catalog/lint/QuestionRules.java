package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Reach;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be wrong with questions that are asked together.
 *
 * @param items those whose forms may hang on them
 * @param steady the fields on which they may hang
 */
record QuestionRules(
        List<Question> questions, List<Effect> effects, Collection<Item> items, Set<String> steady, Content content) {

    static final String FILE = "situations.csv";

    /** Takes what is wrong with a question. */
    interface Report {
        void of(Rule rule, Question question, String column, String what, String fix);
    }

    void check(Report report) {
        Reach reach = new Reach(questions, steady, content.elements());
        for (Question question : questions) {
            if (!reach.isEverAsked(question)) {
                report.of(
                        Rule.NEVER_ASKED,
                        question,
                        "shown_when",
                        "“" + question.text() + "”怎么回答前面的问题、怎么填表都不会问到",
                        "改出现条件，或去掉这个问题");
            }
            if (!isOfUse(question)) {
                String answers = question.answers().stream().map(Option::text).collect(Collectors.joining("、"));
                report.of(
                        Rule.DEAD_ANSWER,
                        question,
                        "answers",
                        "“" + question.text() + "”怎么回答（" + answers + "），事项、材料和表单都一样",
                        "去掉这个问题，或者写上每个回答的作用");
            }
        }
    }

    /** A question is worth asking if some answer does something, shows another question or field, or fills a field. */
    private boolean isOfUse(Question question) {
        String code = question.code();
        return question.fillsElement() != null
                || effects.stream().anyMatch(effect -> effect.question().equals(code))
                || questions.stream()
                        .anyMatch(other -> other.shownWhen().names().contains(code))
                || items.stream()
                        .flatMap(item -> item.fields().stream())
                        .anyMatch(field -> field.condition().names().contains(code));
    }
}
