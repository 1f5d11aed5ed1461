package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.Merge;

/** What is asked of everybody who makes the same choice under the same edition: nothing in it is any applicant's. */
record Asked(Merge merge, FormCheck check) {

    static Asked of(ErrandChoice choice, Catalog catalog) {
        Merge merge = Merge.of(catalog, choice.in(catalog));
        return new Asked(merge, new FormCheck(catalog, merge));
    }
}
