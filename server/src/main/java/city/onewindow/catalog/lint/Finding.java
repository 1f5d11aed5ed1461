package city.onewindow.catalog.lint;

import city.onewindow.kernel.Digests;

/**
 * One thing that the linter found.
 *
 * @param oneThing whether it is about a one-thing, else about an item
 * @param name of the item or one-thing
 * @param department code of the department that can mend it
 * @param file of the row concerned, as in the content files
 * @param row what the row is about, such as a material's name; empty for the record's own row
 * @param column of the row
 * @param what is wrong, with the words that are
 * @param fix what to do
 */
public record Finding(
        Rule rule,
        boolean oneThing,
        String name,
        String department,
        String file,
        String row,
        String column,
        String what,
        String fix) {

    /** The same as long as the same thing is wrong at the same place: what a waiver is given for. */
    public String key() {
        return Digests.sm3(String.join("\n", rule.name(), name, file, row, column, what))
                .substring(0, 16);
    }

    public Severity severity() {
        return rule.severity();
    }
}
