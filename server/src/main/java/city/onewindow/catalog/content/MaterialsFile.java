package city.onewindow.catalog.content;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** materials.csv: a row is a material of an item. */
final class MaterialsFile {

    static final String NAME = "materials.csv";
    static final List<String> COLUMNS = List.of(
            "item",
            "material",
            "required",
            "form",
            "copies",
            "source",
            "issuer",
            "shareable_from",
            "review_points",
            "legal_basis",
            "shared_key",
            "condition",
            "law_text_checked",
            "confidence");

    /** May be left out where no department has forms of its own. */
    static final List<String> OPTIONAL =
            Stream.of(FormPaper.values()).map(FormPaper::column).toList();

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_-]{2,60}");
    /** Printed in the guide as it is: an expression written here would be read by applicants, and ask nobody for anything. */
    private static final Pattern WORDS = Pattern.compile("(?s)(?!.*([=!<>]=|[<>]|\\bin\\s*\\[)).*");

    static final List<String> REQUIREMENTS =
            Stream.of(Requirement.values()).map(Requirement::term).toList();
    static final List<String> FORMS =
            Stream.of(MaterialForm.values()).map(MaterialForm::term).toList();
    static final List<String> SOURCES = List.of("申请人自备", "政府部门核发", "其他");

    private MaterialsFile() {}

    /** By name of the item. */
    static Map<String, List<Material>> read(
            List<Row> rows, FormCells forms, Map<String, Item> loaded, Origins origins) {
        Map<String, List<Material>> materials = new LinkedHashMap<>();
        Keys names = new Keys();
        Keys sharedKeys = new Keys();
        for (Row row : rows) {
            row.word("law_text_checked", OneThingsFile.CHECKED);
            Material material = new Material(
                    row.matching("shared_key", KEY, "2 到 60 个字母、汉字、数字、“_”或“-”，如 BIZ_LICENSE"),
                    row.text("material"),
                    row.choice("required", REQUIREMENTS, List.of(Requirement.values())),
                    row.choice("form", FORMS, List.of(MaterialForm.values())),
                    row.integer("copies", 0, 99),
                    row.word("source", SOURCES),
                    row.text("issuer"),
                    row.optional("shareable_from"),
                    Sentences.of(row.text("review_points")),
                    row.text("legal_basis"),
                    row.matchingIfAny("condition", WORDS, "写给申请人看的话，如 委托他人办理时；由回答决定要不要的，写在回答的作用里"),
                    row.word("confidence", OneThingsFile.CONFIDENCE),
                    forms.of(row, before(row, loaded)));
            String item = row.text("item");
            if (names.add(row, "material", item, material.name())
                    & sharedKeys.add(row, "shared_key", item, material.key())) {
                materials.computeIfAbsent(item, name -> new ArrayList<>()).add(origins.put(material, row));
            }
        }
        return materials;
    }

    private static @Nullable Material before(Row row, Map<String, Item> loaded) {
        Item item = loaded.get(row.optional("item"));
        return item == null
                ? null
                : item.materials().stream()
                        .filter(material -> material.key().equals(row.optional("shared_key")))
                        .findFirst()
                        .orElse(null);
    }
}
