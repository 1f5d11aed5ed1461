package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Dependence;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be wrong with one one-thing: its items' terms, its questions, its order. */
final class OneThingRules {

    private static final String MEMBERS = "one-things.csv";
    private static final String QUESTIONS = "situations.csv";

    private static final Pattern REMARK = Pattern.compile("[(（][^()（）]*[)）]");

    private final Content content;
    private final OneThing thing;
    private final String lead;
    private final List<Finding> findings = new ArrayList<>();

    OneThingRules(Content content, OneThing thing) {
        this.content = content;
        this.thing = thing;
        Window window = content.windows().get(thing.window());
        this.lead = window == null ? "" : window.leadDepartment();
    }

    List<Finding> findings() {
        thing.members().forEach(this::member);
        thing.questions().forEach(this::question);
        rings();
        return findings;
    }

    private void member(Member member) {
        Item item = content.items().get(member.item());
        Window window = content.windows().get(thing.window());
        if (item == null) {
            return;
        }
        Terms here = member.terms();
        Terms alone = item.terms();
        if (here.statutory() != null
                && here.promised().days().compareTo(here.statutory().days()) > 0) {
            add(
                    Rule.PROMISED_TOO_LONG,
                    MEMBERS,
                    member.item(),
                    "promised_days",
                    "承诺 " + here.promised().inWords() + "，法定 "
                            + here.statutory().inWords(),
                    "把承诺时限改到不超过法定时限");
        }
        // A remark in brackets narrows for this one-thing what comes out or is paid; it contradicts nothing.
        if (!withoutRemark(alone.result()).equals(withoutRemark(here.result()))) {
            disagree(member, "result_doc", alone.result(), here.result());
        }
        if (!withoutRemark(alone.fee()).equals(withoutRemark(here.fee()))) {
            disagree(member, "fee", alone.fee(), here.fee());
        }
        disagree(member, "legal_basis", alone.legalBasis(), here.legalBasis());
        disagree(member, "item_type", alone.itemType(), here.itemType());
        disagree(member, "case_kind", alone.kind().term(), here.kind().term());
        // Together it may go faster than alone, never slower.
        if (here.promised().unit() != alone.promised().unit()
                || here.promised().days().compareTo(alone.promised().days()) > 0) {
            disagree(
                    member,
                    "promised_days",
                    alone.promised().inWords(),
                    here.promised().inWords());
        }
        if (window != null
                && !lead.equals(item.department())
                && !window.cooperatingDepartments().contains(item.department())) {
            add(
                    Rule.NOT_COOPERATING,
                    MEMBERS,
                    member.item(),
                    "department",
                    window.name() + "的配合部门里没有“" + member.item() + "”的实施部门",
                    "把它列为窗口的配合部门，签办理协议书");
        }
    }

    private void disagree(Member member, String column, String alone, String here) {
        if (!alone.equals(here)) {
            add(
                    Rule.TERMS_DISAGREE,
                    MEMBERS,
                    member.item(),
                    column,
                    "单办时是“" + alone + "”，这里是“" + here + "”",
                    "改成一致；确有不同的，说明原因后豁免");
        }
    }

    private static String withoutRemark(String text) {
        return REMARK.matcher(text).replaceAll("");
    }

    /** A question is worth asking if some answer does something, shows another question or field, or fills a field. */
    private void question(Question question) {
        if (question.fillsElement() != null) {
            return;
        }
        Map<Set<Object>, List<String>> byWork = new LinkedHashMap<>();
        question.answers()
                .forEach(
                        answer -> byWork.computeIfAbsent(work(question.code(), answer.code()), any -> new ArrayList<>())
                                .add(answer.text()));
        byWork.values().stream()
                .filter(alike -> alike.size() > 1)
                .forEach(alike -> add(
                        Rule.DEAD_ANSWER,
                        QUESTIONS,
                        question.code(),
                        "answers",
                        "“" + question.text() + "”怎么回答（" + String.join("、", alike) + "），事项、材料和表单都一样",
                        alike.size() == question.answers().size() ? "去掉这个问题，或者写上每个回答的作用" : "把这几个回答合成一个，或者写上各自的作用"));
    }

    /** What an answer does: its effects, and what becomes of the conditions that hang on the question. */
    private Set<Object> work(String question, String answer) {
        Set<Object> work = new LinkedHashSet<>();
        thing.effects().stream()
                .filter(effect ->
                        effect.question().equals(question) && effect.answer().equals(answer))
                .forEach(effect -> work.add(List.of(effect.kind(), effect.item(), effect.material())));
        Stream.concat(
                        thing.questions().stream().map(Question::shownWhen),
                        thing.members().stream()
                                .map(member -> content.items().get(member.item()))
                                .filter(Objects::nonNull)
                                .flatMap(item -> item.fields().stream())
                                .map(FieldUse::condition))
                .filter(condition -> condition.names().contains(question))
                .forEach(condition ->
                        work.add(List.of(condition, condition.given(Map.of(question, answer), Set.of(question)))));
        return work;
    }

    private void rings() {
        Dependence dependence = Dependence.of(thing.members());
        for (Member member : thing.members()) {
            if (dependence.before(member.item()).contains(member.item())) {
                add(
                        Rule.CYCLE,
                        MEMBERS,
                        member.item(),
                        "after_items",
                        "“" + member.item() + "”经前置事项又回到自己",
                        "去掉一个前置事项，使它不成环");
            }
        }
    }

    private void add(Rule rule, String file, String row, String column, String what, String fix) {
        findings.add(new Finding(rule, true, thing.name(), lead, file, row, column, what, fix));
    }
}
