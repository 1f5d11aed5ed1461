package city.onewindow.catalog.lint;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Dependence;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.SteadyFields;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ResultNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be wrong with one one-thing: its items' terms, its questions, its order. */
final class OneThingRules {

    private static final String MEMBERS = "one-things.csv";

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
        questions();
        rings();
        return findings;
    }

    private void member(Member member) {
        Item item = content.items().get(member.item());
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
        if (!here.specialSteps().equals(alone.specialSteps())) {
            Wording.check(
                    here.specialSteps(),
                    (rule, what, fix) -> add(rule, MEMBERS, member.item(), "special_steps", what, fix));
        }
        // A remark in brackets narrows for this one-thing what comes out or is paid; it contradicts nothing.
        if (!withoutRemark(alone.result()).equals(withoutRemark(here.result()))) {
            disagree(member, "result_doc", alone.result(), here.result());
        } else if (alone.result().equals(here.result())) {
            disagree(
                    member,
                    "result_number",
                    ResultNumber.word(alone.numberedByDepartment()),
                    ResultNumber.word(here.numberedByDepartment()));
        }
        if (!withoutRemark(alone.fee()).equals(withoutRemark(here.fee()))) {
            disagree(member, "fee", alone.fee(), here.fee());
        }
        disagree(member, "legal_basis", alone.legalBasis(), here.legalBasis());
        disagree(member, "item_type", alone.itemType(), here.itemType());
        disagree(member, "case_kind", alone.kind().term(), here.kind().term());
        promise(member, alone.promised(), here.promised());
        new Cooperation(content).of(thing, member).ifPresent(findings::add);
    }

    /**
     * Together it may go faster than alone, never slower. No error, or a department couldn't publish that it has become faster before
     * each lead department has followed.
     */
    private void promise(Member member, TimeLimit alone, TimeLimit here) {
        if (here.unit() != alone.unit()) {
            disagree(member, "promised_days", alone.inWords(), here.inWords());
        } else if (here.days().compareTo(alone.days()) > 0) {
            String fix = "合在一起办不得比单办慢：把这里的承诺改到不超过" + alone.inWords() + "；确实做不到的，请部门重定单办的承诺";
            disagree(member, "promised_days", alone.inWords(), here.inWords(), fix);
        }
    }

    private void disagree(Member member, String column, String alone, String here) {
        disagree(member, column, alone, here, "改成一致；确有不同的，说明原因后豁免");
    }

    private void disagree(Member member, String column, String alone, String here, String fix) {
        if (!alone.equals(here)) {
            String what = "单办时是“" + alone + "”，这里是“" + here + "”";
            add(Rule.TERMS_DISAGREE, MEMBERS, member.item(), column, what, fix);
        }
    }

    private static String withoutRemark(String text) {
        return REMARK.matcher(text).replaceAll("");
    }

    private void questions() {
        List<Item> items = thing.members().stream()
                .map(member -> content.items().get(member.item()))
                .filter(Objects::nonNull)
                .toList();
        // A question that an item asks for itself, placed among the one-thing's, does what the item says.
        List<Effect> effects = Stream.concat(
                        thing.effects().stream(), items.stream().flatMap(item -> item.situations().effects().stream()))
                .toList();
        new QuestionRules(thing.questions(), effects, items, SteadyFields.of(thing, content), content)
                .check((rule, question, column, what, fix) ->
                        add(rule, QuestionRules.FILE, question.code(), column, what, fix));
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
