package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What questions say about earlier questions, about fields of the form and about data elements. */
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
        Asker.in(content).forEach(checks::questions);
    }

    private void questions(Asker asker) {
        Map<String, Conditions.Value> known = new LinkedHashMap<>();
        asker.steady().stream()
                .filter(code -> Stream.concat(asker.questions().stream(), ofItems(asker))
                        .noneMatch(one -> code.equals(one.fillsElement())))
                .forEach(code -> know(code, known));
        for (Question question : asker.questions()) {
            shownWhen(asker, question, known);
            fills(question, question.fillsElement());
            sameEverywhere(question);
            known.put(question.code(), Conditions.Value.of(question));
            know(question.fillsElement(), known);
        }
    }

    private void know(@Nullable String code, Map<String, Conditions.Value> known) {
        DataElement element = code == null ? null : content.elements().get(code);
        if (element != null) {
            known.put(element.code(), Conditions.Value.of(element));
        }
    }

    /** What is a field of the form, yet may come and go, is told with its reason. */
    private void shownWhen(Asker asker, Question question, Map<String, Conditions.Value> known) {
        Map<String, Conditions.Value> named = new LinkedHashMap<>(known);
        for (String name : question.shownWhen().names()) {
            String why = known.containsKey(name) ? "" : whyNot(asker, name);
            if (!why.isEmpty()) {
                origins.fault(question, "shown_when", "“" + name + "”" + why, doers(asker));
                know(name, named);
            }
        }
        Conditions.check(
                question.shownWhen(),
                named,
                asker.own() + "中更早的问题，或" + (asker.oneThing() ? "必办事项" : "") + "无条件采集的数据元（选项、是否、数字、金额、日期）",
                message -> origins.fault(question, "shown_when", message, doers(asker)));
    }

    /** Why a question may not hang on a field; empty if it is none. */
    private String whyNot(Asker asker, String name) {
        DataElement element = content.elements().get(name);
        if (element == null) {
            return "";
        }
        if (!element.type().mayDecide()) {
            return "不是选项、是否、数字、金额或日期，问题不能随它出现，可填：这几类数据元，或更早的问题";
        }
        if (asker.questions().stream().anyMatch(one -> name.equals(one.fillsElement()))) {
            return "由后面的问题填写，问题不能随它出现，可填：把那个问题移到前面，或直接写它的代码";
        }
        if (ofItems(asker).anyMatch(one -> name.equals(one.fillsElement()))) {
            return "由其中事项自己的问题填写，问题不能随它出现，可填：本一件事更早的问题，或别的数据元";
        }
        boolean asked = asker.items().stream()
                .flatMap(item -> item.fields().stream())
                .anyMatch(use -> use.element().equals(name));
        if (!asked) {
            return (asker.oneThing() ? "“" + asker.name() + "”的各事项" : "“" + asker.name() + "”") + "都不采集，可填：无条件采集的数据元";
        }
        return "不是在任何回答下都要填，问题不能随它出现，可填：" + (asker.oneThing() ? "必办且不会被排除的事项" : "本事项") + "无条件采集的数据元";
    }

    /** What a one-thing's items ask for themselves, after its own questions. */
    private static Stream<Question> ofItems(Asker asker) {
        return asker.oneThing()
                ? asker.items().stream().flatMap(item -> item.situations().questions().stream())
                : Stream.of();
    }

    /** Whoever may have changed what a question hangs on. */
    private List<Object> doers(Asker asker) {
        return Stream.of(
                        asker.items().stream().flatMap(item -> item.fields().stream()),
                        asker.members().stream(),
                        asker.effects().stream(),
                        asker.questions().stream(),
                        ofItems(asker),
                        content.elements().values().stream())
                .<Object>flatMap(part -> part)
                .toList();
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
        if (other == null) {
            return;
        }
        Question wrong = origins.isNew(question) ? question : other;
        Question right = origins.isNew(question) ? other : question;
        if (!wrong.text().equals(right.text())) {
            origins.notice(
                    wrong,
                    "question_code",
                    "问题“" + question.code() + "”别处问的是“" + right.text() + "”，在同一件事里只问一次；问的不是同一件事，请换一个代码");
        }
        if (!wrong.answers().equals(right.answers())) {
            origins.fault(
                    wrong,
                    "answers",
                    "问题“" + question.code() + "”在各一件事、各事项中的答案应相同，可填：" + Conditions.words(right.answers()));
        }
    }
}
