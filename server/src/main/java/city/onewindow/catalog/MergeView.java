package city.onewindow.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merge as the API tells it: what to fill in, what to hand in, each with its reasons, and what one window saves.
 *
 * @param answers the answer in force of every question shown
 * @param waiting questions that come up once the form says what they hang on
 * @param statutory null where no law sets a limit
 */
public record MergeView(
        String title,
        List<Question> questions,
        Map<String, String> answers,
        List<Waiting> waiting,
        List<Item> items,
        List<Field> fields,
        List<Material> materials,
        List<ProducedMaterial> produced,
        Savings savings,
        Span promised,
        @Nullable Span statutory) {

    public record Question(String code, String text, List<Option> answers, String defaultAnswer) {

        static Question of(city.onewindow.catalog.Question question) {
            return new Question(question.code(), question.text(), question.answers(), question.defaultAnswer());
        }
    }

    /** @param shownWhen a condition over fields, and over other questions that wait */
    public record Waiting(Question question, String shownWhen) {}

    /**
     * @param after codes of the items that must be granted first
     * @param terms as they hold here: statutory limit, fee, legal ground
     */
    public record Item(
            String code,
            String name,
            String department,
            List<String> after,
            BigDecimal promisedDays,
            String unit,
            String result,
            Terms terms) {}

    /**
     * @param asked false if an answer or another item's result already says it
     * @param shownWhen a condition over other fields, empty if always
     * @param mandatoryWhen likewise; "never" if it is optional
     * @param columns of a table, else empty
     */
    public record Field(
            String code,
            String name,
            String group,
            FieldType type,
            boolean asked,
            String shownWhen,
            String mandatoryWhen,
            List<Option> options,
            List<Column> columns,
            String example,
            List<Reason> reasons) {}

    /** @param mandatory whether every row must have it */
    public record Column(
            String code, String name, FieldType type, boolean mandatory, List<Option> options, String example) {}

    /**
     * @param fetchedFrom where the centre has it from; empty if the applicant brings it
     * @param later when it is handed in, if an answer put it off; else empty
     */
    public record Material(
            String key,
            String name,
            Requirement requirement,
            MaterialForm form,
            int copies,
            MergedMaterial.Origin origin,
            String fetchedFrom,
            String issuer,
            boolean mayFollow,
            String later,
            List<String> reviewPoints,
            List<Reason> reasons) {}

    public static MergeView of(Catalog catalog, Merge merge) {
        Errand errand = merge.errand();
        return new MergeView(
                errand.title(),
                errand.questions().stream().map(Question::of).toList(),
                errand.answers(),
                errand.waiting().stream()
                        .map(one -> new Waiting(
                                Question.of(one.question()), one.when().text()))
                        .toList(),
                errand.items().stream().map(item -> item(errand, item)).toList(),
                merge.fields().stream().map(field -> field(catalog, field)).toList(),
                merge.materials().stream().map(MergeView::material).toList(),
                merge.produced(),
                merge.savings(),
                CriticalPath.promised(errand).span(),
                CriticalPath.lawfully(errand));
    }

    private static Item item(Errand errand, CaseItem item) {
        return new Item(
                item.item().code(),
                item.name(),
                item.item().department(),
                item.after().stream()
                        .map(name -> errand.item(name).orElseThrow().item().code())
                        .toList(),
                item.terms().promised().days(),
                item.terms().promised().unit().name(),
                item.terms().result(),
                item.terms());
    }

    private static Field field(Catalog catalog, MergedField field) {
        DataElement element = field.element();
        return new Field(
                element.code(),
                element.name(),
                element.group(),
                element.type(),
                field.isAsked(),
                text(field.shownWhen()),
                text(field.mandatoryWhen()),
                element.options(),
                element.constraint().columns().stream()
                        .map(column -> catalog.element(column).orElseThrow())
                        .map(column -> new Column(
                                column.code(),
                                column.name(),
                                column.type(),
                                element.constraint().demands(column.code()),
                                column.options(),
                                column.example()))
                        .toList(),
                element.example(),
                field.reasons());
    }

    private static String text(Expression when) {
        return when.equals(Expression.NEVER) ? "never" : when.text();
    }

    private static Material material(MergedMaterial material) {
        return new Material(
                material.key(),
                material.name(),
                material.requirement(),
                material.form(),
                material.copies(),
                material.origin(),
                material.origin() == MergedMaterial.Origin.FETCHED ? material.shareableFrom() : "",
                material.issuer(),
                material.mayFollow(),
                material.later(),
                material.reviewPoints(),
                material.reasons());
    }
}
