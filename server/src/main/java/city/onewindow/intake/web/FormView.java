package city.onewindow.intake.web;

import city.onewindow.catalog.Constraint;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.frame.RowTable;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Earlier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second page: the merged form.
 *
 * @param errors what is wrong or missing, each leading to its field
 * @param mayGoOn whether to offer the materials although fields are missing
 * @param alike other open applications of the same applicant for the same errand
 * @param earlier what may be taken over from earlier stages of the project
 * @param returning what may be taken over from the newest case of an applicant who comes again
 * @param demo whether the example may be filled in
 */
public record FormView(
        DossierBar bar,
        List<Group> groups,
        Kept.Progress progress,
        long version,
        List<Link> errors,
        boolean mayGoOn,
        List<ApplicationSummary> alike,
        Earlier earlier,
        Earlier returning,
        boolean demo) {

    /**
     * The fields under one heading.
     *
     * @param settled what is not asked here since it is known otherwise, sentence by sentence
     */
    public record Group(String id, String name, List<Entry> entries, List<String> settled) {}

    /**
     * A field (or a question that the form has brought up), a table or a file: one of the three.
     *
     * @param reason and {@code ground}: who needs it and on what ground
     */
    public record Entry(
            @Nullable Field field,
            @Nullable RowTable table,
            @Nullable Upload upload,
            String shownWhen,
            String reason,
            String ground) {

        static Entry of(Field question) {
            return new Entry(question, null, null, "", "", "");
        }

        /** Many columns don't fit side by side: each row is a card then. */
        public boolean hasManyColumns() {
            return table != null && table.columns().size() > 5;
        }
    }

    /**
     * A field whose value is a file.
     *
     * @param field label, mark, hint and error of the input
     * @param form id of the little form that sends it, for a form can't stand in a form
     * @param action where it is sent to
     * @param taken where the file that was taken in can be read; null if none was
     * @param limits what a picture is made to fit before it is sent; null if it isn't one
     */
    public record Upload(
            Field field,
            String form,
            String action,
            @Nullable Link taken,
            @Nullable Limits limits) {

        /** @param mostKb of the file; the others in pixels */
        public record Limits(int mostKb, int leastWidth, int leastHeight) {

            static @Nullable Limits of(Constraint file) {
                Integer most = file.maxKb();
                return most == null || !file.fileTypes().contains("jpg")
                        ? null
                        : new Limits(most, least(file.minWidth()), least(file.minHeight()));
            }

            private static int least(@Nullable Integer pixels) {
                return pixels == null ? 0 : pixels;
            }
        }
    }

    /** The uploads of all groups: their forms stand after the big one. */
    public List<Upload> uploads() {
        return groups.stream()
                .flatMap(group -> group.entries().stream())
                .map(Entry::upload)
                .filter(upload -> upload != null)
                .map(upload -> (Upload) upload)
                .toList();
    }
}
