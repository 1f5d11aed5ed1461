package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
            wording(question, report);
            if (!reach.isEverAsked(question)) {
                report.of(
                        Rule.NEVER_ASKED,
                        question,
                        "shown_when",
                        "“" + question.text() + "”怎么回答前面的问题、怎么填表都不会问到",
                        "改出现条件，或去掉这个问题");
            }
            alike(question)
                    .forEach(answers -> report.of(
                            Rule.DEAD_ANSWER,
                            question,
                            "answers",
                            "“" + question.text() + "”怎么回答（" + String.join("、", answers) + "），事项、材料和表单都一样",
                            answers.size() == question.answers().size()
                                    ? "去掉这个问题，或者写上每个回答的作用"
                                    : "把这几个回答合成一个，或者写上各自的作用"));
        }
    }

    /** What is asked and what may be answered; 其他情形 as an answer is what the others leave over. */
    private static void wording(Question question, Report report) {
        Wording.vague(question.text())
                .ifPresent(words -> vague(question, "question_zh", question.text(), words, report));
        question.answers().stream()
                .map(Option::text)
                .filter(answer -> !answer.startsWith("其他"))
                .forEach(answer ->
                        Wording.vague(answer).ifPresent(words -> vague(question, "answers", answer, words, report)));
    }

    private static void vague(Question question, String column, String text, String words, Report report) {
        report.of(
                Rule.VAGUE_QUESTION, question, column, "“" + text + "”里有“" + words + "”", "写明问的是哪一份材料、哪一种情形，使申请人自己能答");
    }

    /** The answers that do the same as another one; none if the question fills a field. */
    private List<List<String>> alike(Question question) {
        if (question.fillsElement() != null) {
            return List.of();
        }
        Map<Set<Object>, List<String>> byWork = new LinkedHashMap<>();
        question.answers()
                .forEach(
                        answer -> byWork.computeIfAbsent(work(question.code(), answer.code()), any -> new ArrayList<>())
                                .add(answer.text()));
        return byWork.values().stream().filter(answers -> answers.size() > 1).toList();
    }

    /** What an answer does: its effects, and what becomes of the conditions that hang on the question. */
    private Set<Object> work(String question, String answer) {
        Set<Object> work = new LinkedHashSet<>();
        effects.stream()
                .filter(effect ->
                        effect.question().equals(question) && effect.answer().equals(answer))
                .forEach(effect -> work.add(List.of(effect.kind(), effect.item(), effect.material())));
        Stream.concat(
                        questions.stream().map(Question::shownWhen),
                        items.stream().flatMap(item -> item.fields().stream()).map(FieldUse::condition))
                .filter(condition -> condition.names().contains(question))
                .forEach(condition ->
                        work.add(List.of(condition, condition.given(Map.of(question, answer), Set.of(question)))));
        return work;
    }
}
