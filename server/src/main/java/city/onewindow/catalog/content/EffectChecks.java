package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
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
        content.oneThings()
                .values()
                .forEach(oneThing -> oneThing.effects().forEach(effect -> checks.effect(oneThing, effect)));
        demands.forEach(checks::demand);
    }

    private void effect(OneThing oneThing, Effect effect) {
        answer(
                oneThing,
                effect.question(),
                effect.answer(),
                (column, message) -> origins.fault(effect, column, message, oneThing.questions()));
        List<String> items = oneThing.members().stream().map(Member::item).toList();
        Item item = content.items().get(effect.item());
        if (!items.contains(effect.item()) || item == null) {
            origins.fault(
                    effect,
                    "target",
                    "“" + effect.item() + "”不是“" + oneThing.name() + "”中的事项，可填：本一件事的 item"
                            + Nearest.hint(effect.item(), items),
                    oneThing.members());
        } else if (effect.kind() != Effect.Kind.INCLUDE_ITEM && effect.kind() != Effect.Kind.EXCLUDE_ITEM) {
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

    private void answer(OneThing oneThing, String code, String answer, BiConsumer<String, String> report) {
        Question question = oneThing.questions().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElse(null);
        if (question == null) {
            List<String> codes =
                    oneThing.questions().stream().map(Question::code).toList();
            report.accept("question_code", "“" + oneThing.name() + "”没有问题“" + code + "”，可填：" + String.join("、", codes));
            return;
        }
        List<String> answers = question.answers().stream().map(Option::code).toList();
        if (!answers.contains(answer)) {
            report.accept("answer", "问题“" + code + "”没有答案“" + answer + "”，可填：" + String.join("、", answers));
        }
    }

    /** A require_field row only repeats item-fields.csv: the field must be mandatory there, always or on this question. */
    private void demand(Row row) {
        OneThing oneThing = content.oneThings().get(row.optional("one_thing"));
        if (oneThing == null) {
            row.fault("one_thing", "没有名为“" + row.optional("one_thing") + "”的一件事，可填：one-things.csv 的 one_thing");
            return;
        }
        String question = row.optional("question_code");
        String answer = row.optional("answer");
        answer(oneThing, question, answer, row::fault);
        String element = row.optional("target");
        List<FieldUse> uses = oneThing.members().stream()
                .map(member -> content.items().get(member.item()))
                .filter(Objects::nonNull)
                .flatMap(item -> item.fields().stream())
                .filter(field -> field.element().equals(element))
                .toList();
        if (uses.isEmpty()) {
            row.fault(
                    "target",
                    "“" + oneThing.name() + "”的各事项都不采集“" + element + "”，可填：item-fields.csv 中这些事项的 data_element");
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
