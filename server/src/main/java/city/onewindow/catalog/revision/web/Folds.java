package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.OwnForm;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a content file with so many columns that each is a small form of its own, folded away until it is worked on.
 *
 * @param file whose rows they are; also the name of the inputs
 * @param blank the row that JavaScript copies
 */
public record Folds(String file, List<Row> rows, Row blank) {

    /**
     * One row.
     *
     * @param number from 0, or NEW
     * @param title what it is about; empty in a new one
     * @param brief what one wants to know of it without opening it; may be empty
     * @param forms its department's own, each blank or filled in
     * @param errors how many of its fields are wrong
     */
    public record Row(String number, String title, String brief, List<Field> fields, List<FormCell> forms, int errors) {

        public boolean isOpen() {
            return title.isEmpty() || errors > 0;
        }

        public List<Fact> facts() {
            List<Fact> facts = new ArrayList<>(Section.facts(fields));
            forms.stream()
                    .filter(cell -> !cell.written().isEmpty())
                    .forEach(cell -> facts.add(new Fact(cell.paper().title(), OwnForm.told(cell.written()))));
            return facts;
        }
    }
}
