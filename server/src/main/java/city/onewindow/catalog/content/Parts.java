package city.onewindow.catalog.content;

import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.SituationExample;
import city.onewindow.catalog.content.ItemsFile.ItemRow;
import city.onewindow.catalog.content.OneThingsFile.MemberRow;
import city.onewindow.catalog.content.ParticularsFile.ParticularsRow;
import city.onewindow.catalog.content.TopicsFile.Topic;
import java.util.List;
import java.util.Map;

/**
 * What a directory says about items and one-things, file by file.
 *
 * @param items by name; particulars too
 * @param materials by name of the item; fields too
 * @param questions by name of the one-thing or item; effects and examples too
 * @param declarations by name of the item
 * @param topics by name of the one-thing
 */
record Parts(
        List<MemberRow> members,
        Map<String, ItemRow> items,
        Map<String, ParticularsRow> particulars,
        Map<String, List<Material>> materials,
        Map<String, List<FieldUse>> fields,
        Map<String, List<Question>> questions,
        EffectsFile.Effects effects,
        Map<String, List<SituationExample>> examples,
        Map<String, Declaration> declarations,
        Map<String, Topic> topics) {

    /** What no row gives of an item or one-thing, it doesn't have any more. */
    void nothingElseOf(String name) {
        materials.putIfAbsent(name, List.of());
        fields.putIfAbsent(name, List.of());
        questions.putIfAbsent(name, List.of());
        effects.effects().putIfAbsent(name, List.of());
        examples.putIfAbsent(name, List.of());
    }
}
