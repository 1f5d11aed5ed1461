package city.onewindow.catalog.content;

import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.content.OneThingsFile.MemberRow;
import city.onewindow.catalog.content.TopicsFile.Topic;
import java.util.List;
import java.util.Map;

/**
 * What a directory says about items and one-things, file by file.
 *
 * @param materials by name of the item; fields too
 * @param questions by name of the one-thing; topics too
 */
record Parts(
        List<MemberRow> members,
        Map<String, List<Material>> materials,
        Map<String, List<FieldUse>> fields,
        Map<String, List<Question>> questions,
        EffectsFile.Effects effects,
        Map<String, Topic> topics) {}
