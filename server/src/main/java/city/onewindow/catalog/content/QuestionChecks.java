package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.SteadyFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        content.oneThings().values().forEach(checks::questions);
    }

    private void questions(OneThing oneThing) {
        Set<String> steady = SteadyFields.of(oneThing, content);
        Map<String, Conditions.Value> known = new LinkedHashMap<>();
        steady.stream()
                .filter(code -> oneThing.questions().stream().noneMatch(one -> code.equals(one.fillsElement())))
                .forEach(code -> know(code, known));
        for (Question question : oneThing.questions()) {
            shownWhen(oneThing, question, known);
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
    private void shownWhen(OneThing oneThing, Question question, Map<String, Conditions.Value> known) {
        Map<String, Conditions.Value> named = new LinkedHashMap<>(known);
        for (String name : question.shownWhen().names()) {
            String why = known.containsKey(name) ? "" : whyNot(oneThing, name);
            if (!why.isEmpty()) {
                origins.fault(question, "shown_when", "“" + name + "”" + why, doers(oneThing));
                know(name, named);
            }
        }
        Conditions.check(
                question.shownWhen(),
                named,
                "本一件事中更早的问题，或必办事项无条件采集的数据元（选项、是否、数字、金额、日期）",
                message -> origins.fault(question, "shown_when", message, doers(oneThing)));
    }

    /** Why a question may not hang on a field; empty if it is none. */
    private String whyNot(OneThing oneThing, String name) {
        DataElement element = content.elements().get(name);
        if (element == null) {
            return "";
        }
        if (!element.type().mayDecide()) {
            return "不是选项、是否、数字、金额或日期，问题不能随它出现，可填：这几类数据元，或更早的问题";
        }
        if (oneThing.questions().stream().anyMatch(one -> name.equals(one.fillsElement()))) {
            return "由后面的问题填写，问题不能随它出现，可填：把那个问题移到前面，或直接写它的代码";
        }
        boolean asked = oneThing.members().stream()
                .map(member -> content.items().get(member.item()))
                .filter(Objects::nonNull)
                .flatMap(item -> item.fields().stream())
                .anyMatch(use -> use.element().equals(name));
        return asked
                ? "不是在任何回答下都要填，问题不能随它出现，可填：必办且不会被排除的事项无条件采集的数据元"
                : "“" + oneThing.name() + "”的各事项都不采集，可填：必办事项无条件采集的数据元";
    }

    /** Whoever may have changed what a question hangs on. */
    private List<Object> doers(OneThing oneThing) {
        return Stream.of(
                        oneThing.members().stream()
                                .map(member -> content.items().get(member.item()))
                                .filter(Objects::nonNull)
                                .flatMap(item -> item.fields().stream()),
                        oneThing.members().stream(),
                        oneThing.effects().stream(),
                        oneThing.questions().stream(),
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
