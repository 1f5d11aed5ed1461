package city.onewindow.catalog;

import java.util.List;

/**
 * 数据元: a piece of information that is asked for once, whichever items need it.
 *
 * @param group heading under which forms show it
 * @param options of CHOICE, MULTICHOICE and BOOLEAN; a multichoice value joins codes with '|'
 * @param prefillSource a logical resource such as {@code exchange.population}, or {@code applicant.} and the element that it is the same as;
 *     "none" if only the applicant knows
 * @param example a fictitious value that passes every check
 * @param standard the standard that defines it, empty if none
 */
public record DataElement(
        String code,
        String name,
        String nameEn,
        String group,
        FieldType type,
        Constraint constraint,
        List<Option> options,
        String prefillSource,
        String example,
        String standard,
        Sensitivity sensitivity) {

    public DataElement {
        options = List.copyOf(options);
    }
}
