package city.onewindow.catalog.web;

import city.onewindow.catalog.MergedField;
import java.util.List;

/** A heading of the form and the fields under it. */
public record FieldGroup(String name, List<MergedField> fields) {

    public long asked() {
        return fields.stream().filter(MergedField::isAsked).count();
    }
}
