package city.onewindow.catalog;

import java.util.List;

/** A code set of the national data standards, such as 证件类型. */
public record CodeSet(String name, List<Option> codes) {

    public CodeSet {
        codes = List.copyOf(codes);
    }
}
