package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What questions say about earlier questions and about data elements. */
final class QuestionChecks {

    private final Content content;
    private final Origins origins;
    private final Map<String, Question> everywhere = new HashMap<>();

    private QuestionChecks(Content content, Origins origins) {
        this.content = content;
        this.origins = origins;
    }

    static void check(Content content, Origins origins) {
        QuestionChecks checks = new QuestionChecks(content, origins);
        content.oneThings().values().forEach(checks::questions);
    }

    private void questions(OneThing oneThing) {
        Map<String, Conditions.Value> earlier = new LinkedHashMap<>();
        for (Question question : oneThing.questions()) {
            Conditions.check(
                    question.shownWhen(),
                    earlier,
                    "本一件事中更早的问题",
                    message -> origins.fault(question, "shown_when", message));
            fills(question, question.fillsElement());
            sameEverywhere(question);
            earlier.put(question.code(), Conditions.Value.of(question));
        }
    }

    private void fills(Question question, @Nullable String code) {
        if (code == null) {
            return;
        }
        DataElement element = content.elements().get(code);
        if (element == null) {
            origins.fault(
                    question,
                    "fills_element",
                    "没有代码为“" + code + "”的数据元，可填：data-elements.csv 的 code"
                            + Nearest.hint(code, content.elements().keySet()));
            return;
        }
        List<String> allowed = element.options().stream().map(Option::code).toList();
        for (Option answer : question.answers()) {
            if (!allowed.contains(answer.code())) {
                origins.fault(
                        question,
                        "answers",
                        "“" + answer.code() + "”不是数据元“" + code + "”的选项，可填：" + String.join("、", allowed),
                        List.of(element));
            }
        }
    }

    private void sameEverywhere(Question question) {
        Question other = everywhere.putIfAbsent(question.code(), question);
        if (other != null && !other.answers().equals(question.answers())) {
            Question wrong = origins.isNew(question) ? question : other;
            Question right = origins.isNew(question) ? other : question;
            origins.fault(
                    wrong,
                    "answers",
                    "问题“" + question.code() + "”在各一件事中的答案应相同，可填：" + Conditions.words(right.answers()));
        }
    }
}
