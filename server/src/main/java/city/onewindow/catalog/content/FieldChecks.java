package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the items' forms say about data elements and questions. */
final class FieldChecks {

    private final Content content;
    private final Origins origins;
    private final Map<String, List<OneThing>> oneThings = new HashMap<>();
    private final Map<String, Conditions.Value> questions = new LinkedHashMap<>();
    private final Set<String> tableColumns = new HashSet<>();

    private FieldChecks(Content content, Origins origins) {
        this.content = content;
        this.origins = origins;
        for (OneThing oneThing : content.oneThings().values()) {
            for (Member member : oneThing.members()) {
                oneThings
                        .computeIfAbsent(member.item(), item -> new ArrayList<>())
                        .add(oneThing);
            }
            for (Question question : oneThing.questions()) {
                questions.put(question.code(), Conditions.Value.of(question));
            }
        }
        content.elements()
                .values()
                .forEach(element -> tableColumns.addAll(element.constraint().columns()));
    }

    static void check(Content content, Origins origins) {
        FieldChecks checks = new FieldChecks(content, origins);
        content.items().values().forEach(checks::fields);
    }

    private void fields(Item item) {
        Map<String, Conditions.Value> known = new LinkedHashMap<>();
        for (FieldUse field : item.fields()) {
            DataElement element = content.elements().get(field.element());
            if (element != null && element.type().mayDecide()) {
                known.put(field.element(), Conditions.Value.of(element));
            }
        }
        known.putAll(questions);
        item.situations().questions().forEach(own -> known.put(own.code(), Conditions.Value.of(own)));
        for (FieldUse field : item.fields()) {
            element(item, field);
            Conditions.check(
                    field.condition(),
                    known,
                    "情形问题，或同一事项的 choice、boolean、number、money、date 数据元",
                    message -> origins.fault(field, "condition", whose(item, field) + message, statersOf(item, field)));
            askedEverywhere(item, field);
        }
    }

    /** A loaded field is reported at another's row: say which it is. */
    private String whose(Item item, FieldUse field) {
        return origins.isNew(field) ? "" : "事项“" + item.name() + "”的“" + field.element() + "”：";
    }

    /** Whoever states what its condition asks for. */
    private List<Object> statersOf(Item item, FieldUse field) {
        Set<String> names = field.condition().names();
        return Stream.of(
                        content.oneThings().values().stream()
                                .flatMap(oneThing -> oneThing.questions().stream())
                                .filter(question -> names.contains(question.code())),
                        names.stream().map(content.elements()::get).filter(Objects::nonNull),
                        item.situations().questions().stream(),
                        oneThings.getOrDefault(item.name(), List.of()).stream()
                                .flatMap(oneThing -> oneThing.questions().stream()),
                        item.fields().stream())
                .<Object>flatMap(part -> part)
                .toList();
    }

    private void element(Item item, FieldUse field) {
        if (!content.elements().containsKey(field.element())) {
            origins.fault(
                    field,
                    "data_element",
                    "没有代码为“" + field.element() + "”的数据元，可填：data-elements.csv 的 code"
                            + Nearest.hint(field.element(), content.elements().keySet()));
        } else if (tableColumns.contains(field.element())) {
            origins.fault(
                    field,
                    "data_element",
                    whose(item, field) + "“" + field.element() + "”是表格的一列，不能单独采集，可填：该表格的代码",
                    tables(field));
        }
    }

    private List<DataElement> tables(FieldUse column) {
        return content.elements().values().stream()
                .filter(table -> table.constraint().columns().contains(column.element()))
                .toList();
    }

    private static List<Object> statersOf(OneThing oneThing, Item item) {
        return Stream.<Object>concat(
                        oneThing.members().stream()
                                .filter(member -> member.item().equals(item.name())),
                        oneThing.questions().stream())
                .toList();
    }

    /** A question that decides over a field must be asked in every one-thing that has the item, or by the item itself. */
    private void askedEverywhere(Item item, FieldUse field) {
        for (String name : field.condition().names()) {
            boolean own = item.situations().questions().stream()
                    .anyMatch(question -> question.code().equals(name));
            if (own || !questions.containsKey(name)) {
                continue;
            }
            for (OneThing oneThing : oneThings.getOrDefault(item.name(), List.of())) {
                if (oneThing.questions().stream()
                        .noneMatch(question -> question.code().equals(name))) {
                    origins.fault(
                            field,
                            "condition",
                            "“" + oneThing.name() + "”包含事项“" + item.name() + "”，却没有问题“" + name
                                    + "”，可填：各一件事都有的问题，或在 situations.csv 中补上",
                            statersOf(oneThing, item));
                }
            }
        }
    }
}
