package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the effects of answers speak of: questions, answers, items, materials, fields. */
final class EffectChecks {

    private final Content content;
    private final Origins origins;

    private EffectChecks(Content content, Origins origins) {
        this.content = content;
        this.origins = origins;
    }

    static void check(Content content, List<Row> demands, Origins origins) {
        EffectChecks checks = new EffectChecks(content, origins);
        Asker.in(content).forEach(asker -> asker.effects().forEach(effect -> checks.effect(asker, effect)));
        demands.forEach(checks::demand);
    }

    private void effect(Asker asker, Effect effect) {
        answer(
                asker,
                effect.question(),
                effect.answer(),
                (column, message) -> origins.fault(effect, column, message, asker.questions()));
        boolean onItem = effect.material().isEmpty();
        List<String> items = asker.items().stream().map(Item::name).toList();
        Item item = content.items().get(effect.item());
        if (onItem && !asker.oneThing()) {
            origins.fault(
                    effect,
                    "effect",
                    "事项自己的情形不能带入、排除事项，可填：require_material、drop_material、require_field",
                    asker.questions());
        } else if (!items.contains(effect.item()) || item == null) {
            origins.fault(
                    effect,
                    "target",
                    "“" + effect.item() + "”不是“" + asker.name() + "”" + (asker.oneThing() ? "中的事项" : "") + "，可填："
                            + asker.own() + "的 item" + Nearest.hint(effect.item(), items),
                    asker.members());
        } else if (!onItem) {
            material(item, effect);
        }
    }

    private void material(Item item, Effect effect) {
        List<String> materials =
                item.materials().stream().map(material -> material.name()).toList();
        if (!materials.contains(effect.material())) {
            origins.fault(
                    effect,
                    "target",
                    "事项“" + item.name() + "”没有材料“" + effect.material() + "”，可填：" + String.join("、", materials),
                    item.materials());
        }
    }

    private void answer(Asker asker, String code, String answer, BiConsumer<String, String> report) {
        Question question = asker.questions().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElse(null);
        if (question == null) {
            List<String> codes = asker.questions().stream().map(Question::code).toList();
            report.accept("question_code", "“" + asker.name() + "”没有问题“" + code + "”，可填：" + String.join("、", codes));
            return;
        }
        List<String> answers = question.answers().stream().map(Option::code).toList();
        if (!answers.contains(answer)) {
            report.accept("answer", "问题“" + code + "”没有答案“" + answer + "”，可填：" + String.join("、", answers));
        }
    }

    /** A require_field row only repeats item-fields.csv: the field must be mandatory there, always or on this question. */
    private void demand(Row row) {
        String name = row.optional("one_thing");
        OneThing thing = content.oneThings().get(name);
        Item alone = content.items().get(name);
        if (thing == null && alone == null) {
            row.fault("one_thing", "没有名为“" + name + "”的一件事或事项，可填：one-things.csv 的 one_thing 或 item");
            return;
        }
        Asker asker = thing != null ? Asker.of(thing, content) : Asker.of(Objects.requireNonNull(alone), content);
        String question = row.optional("question_code");
        String answer = row.optional("answer");
        answer(asker, question, answer, row::fault);
        String element = row.optional("target");
        List<FieldUse> uses = asker.items().stream()
                .flatMap(item -> item.fields().stream())
                .filter(field -> field.element().equals(element))
                .toList();
        if (uses.isEmpty()) {
            row.fault(
                    "target",
                    "“" + name + "”" + (asker.oneThing() ? "的各事项" : "") + "都不采集“" + element
                            + "”，可填：item-fields.csv 中这些事项的 data_element");
        } else if (uses.stream().noneMatch(use -> use.mandatory() && mayAsk(use, question, answer))) {
            row.fault(
                    "target",
                    "item-fields.csv 中“" + element + "”没有以 " + question + " == '" + answer + "' 为条件的必填，两处应一致");
        }
    }

    private static boolean mayAsk(FieldUse use, String question, String answer) {
        Expression condition = use.condition();
        return condition.names().isEmpty()
                || condition.names().contains(question)
                        && !condition
                                .given(Map.of(question, answer), Set.of(question))
                                .equals(Expression.NEVER);
    }
}
