package city.onewindow.catalog;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How people read what a form holds: the words of chosen options, the names of divisions; anything else stands for itself. */
public record ValueWords(Catalog catalog) {

    /** @param value as the form keeps it */
    public String of(DataElement element, String value) {
        if (element.type() == FieldType.REGION) {
            return catalog.region(value)
                    .map(region -> region.name() + "（" + value + "）")
                    .orElse(value);
        }
        if (element.options().isEmpty()) {
            return value;
        }
        return Arrays.stream(value.split("\\|"))
                .map(code -> element.options().stream()
                        .filter(option -> option.code().equals(code))
                        .map(Option::text)
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining("、"));
    }
}
