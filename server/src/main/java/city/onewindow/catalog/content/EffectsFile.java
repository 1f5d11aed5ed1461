package city.onewindow.catalog.content;

import city.onewindow.catalog.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** situation-effects.csv: a row is what an answer does to a case. */
final class EffectsFile {

    static final String NAME = "situation-effects.csv";
    static final List<String> COLUMNS = List.of("one_thing", "question_code", "answer", "effect", "target", "note");

    static final List<String> WORDS =
            List.of("include_item", "exclude_item", "require_material", "drop_material", "require_field");
    private static final String DEFERRED = "后补";

    private EffectsFile() {}

    /**
     * @param effects by name of the one-thing
     * @param demands the require_field rows, which only repeat the conditions of item-fields.csv
     */
    record Effects(Map<String, List<Effect>> effects, List<Row> demands) {}

    static Effects read(List<Row> rows, Origins origins) {
        Effects read = new Effects(new LinkedHashMap<>(), new ArrayList<>());
        Keys keys = new Keys();
        for (Row row : rows) {
            String word = row.word("effect", WORDS);
            String oneThing = row.text("one_thing");
            String question = row.text("question_code");
            String answer = row.text("answer");
            String target = row.text("target");
            if (!keys.add(row, "target", oneThing, question, answer, word, target)) {
                continue;
            }
            if (word.equals("require_field")) {
                read.demands.add(row);
                continue;
            }
            Effect effect = effect(row, word, question, answer, target);
            read.effects.computeIfAbsent(oneThing, name -> new ArrayList<>()).add(origins.put(effect, row));
        }
        return read;
    }

    private static Effect effect(Row row, String word, String question, String answer, String target) {
        boolean onItem = word.endsWith("_item");
        int middle = target.indexOf("::");
        if (!onItem && middle < 0 && !target.isEmpty()) {
            row.fault("target", "“" + target + "”写法不对，可填：事项::材料");
        }
        String note = row.optional("note");
        Effect.Kind kind = switch (word) {
            case "include_item" -> Effect.Kind.INCLUDE_ITEM;
            case "exclude_item" -> Effect.Kind.EXCLUDE_ITEM;
            case "require_material" -> Effect.Kind.REQUIRE_MATERIAL;
            default -> note.startsWith(DEFERRED) ? Effect.Kind.DEFER_MATERIAL : Effect.Kind.DROP_MATERIAL;
        };
        String item = onItem || middle < 0 ? target : target.substring(0, middle);
        String material = onItem || middle < 0 ? "" : target.substring(middle + 2);
        return new Effect(question, answer, kind, item, material, note);
    }
}
