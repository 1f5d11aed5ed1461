package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * declarations.csv (may be absent): a row is an item that may be decided on the applicant's declaration (告知承诺). Which items may is
 * approved by the city's government and published, so it comes with an import and is no department's own to revise.
 */
final class DeclarationsFile {

    static final String NAME = "declarations.csv";
    static final List<String> COLUMNS =
            List.of("item", "question_code", "declares", "check_days", "mend_days", "legal_basis", "confidence");

    private static final int MOST_DAYS = 250;
    private static final Set<String> ANSWERS = Set.of(Declaration.CHOSEN, Declaration.ORDINARY);

    private DeclarationsFile() {}

    /** By name of the item. */
    static Map<String, Declaration> read(List<Row> rows, Origins origins) {
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Declaration declaration = new Declaration(
                    row.text("question_code"),
                    Sentences.of(row.text("declares")),
                    row.integer("check_days", 1, MOST_DAYS),
                    row.integer("mend_days", 1, MOST_DAYS),
                    row.text("legal_basis"));
            row.word("confidence", OneThingsFile.CONFIDENCE);
            String item = row.text("item");
            if (keys.add(row, "item", item)) {
                declarations.put(item, origins.put(declaration, row));
            }
        }
        return declarations;
    }

    /** A declaration hangs on a question of its own item, and nobody chooses it who says nothing. */
    static void check(Content content, Parts parts, Origins origins) {
        parts.declarations().forEach((name, declaration) -> {
            if (!content.items().containsKey(name)) {
                origins.fault(
                        declaration,
                        "item",
                        "没有“" + name + "”这个事项，可填：one-things.csv 或 items.csv 里的事项"
                                + Nearest.hint(name, content.items().keySet()));
            }
        });
        content.items().values().forEach(item -> check(item, origins));
    }

    private static void check(Item item, Origins origins) {
        Declaration declaration = item.situations().declaration();
        if (declaration == null) {
            return;
        }
        List<Question> own = item.situations().questions();
        Question question = own.stream()
                .filter(one -> one.code().equals(declaration.question()))
                .findFirst()
                .orElse(null);
        if (question == null) {
            origins.fault(
                    declaration,
                    "question_code",
                    "事项“" + item.name() + "”自己没有问题“" + declaration.question()
                            + "”，可填：situations.csv 中本事项的 question_code",
                    own);
            return;
        }
        Set<String> answers = question.answers().stream().map(Option::code).collect(Collectors.toSet());
        if (!answers.equals(ANSWERS) || !question.defaultAnswer().equals(Declaration.ORDINARY)) {
            origins.fault(
                    declaration,
                    "question_code",
                    "问题“" + question.code() + "”不能用来选择告知承诺，可填：答案为 yes、no，默认 no 的问题（不选的按一般程序办理）",
                    List.of(question));
        }
        item.situations().effects().stream()
                .filter(effect -> effect.kind() == Effect.Kind.DEFER_MATERIAL
                        && effect.question().equals(question.code()))
                .forEach(effect -> origins.fault(effect, "note", "告知承诺替代的材料不再后补，可填：不以“后补”开头的说明", List.of(declaration)));
    }
}
