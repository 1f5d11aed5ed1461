package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.Merge;
import java.util.Map;

/**
 * What is asked of everybody who makes the same choice under the same edition and says the same where questions hang on the form:
 * nothing in it is any applicant's.
 */
record Asked(Merge merge, FormCheck check) {

    /** @param values of the form, by code of the element */
    static Asked of(ErrandChoice choice, Catalog catalog, Map<String, String> values) {
        Merge merge = Merge.of(catalog, choice.in(catalog, values));
        return new Asked(merge, new FormCheck(catalog, merge));
    }
}
