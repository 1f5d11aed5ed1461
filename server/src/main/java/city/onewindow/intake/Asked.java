package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Stage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of everybody who makes the same choice under the same edition and says the same where questions hang on the form:
 * nothing in it is any applicant's.
 *
 * @param stage null unless the errand is one of a project
 */
record Asked(Merge merge, FormCheck check, @Nullable Stage stage) {

    /** @param values of the form, by code of the element */
    static Asked of(ErrandChoice choice, Catalog catalog, Map<String, String> values) {
        Merge merge = Merge.of(catalog, choice.in(catalog, values));
        OneThing oneThing = merge.errand().oneThing();
        Stage stage = oneThing == null ? null : catalog.stages().of(oneThing).orElse(null);
        return new Asked(merge, new FormCheck(catalog, merge), stage);
    }
}
