package city.onewindow.catalog;

import java.util.List;

/** An authority that has items (部门). {@code variants} are other spellings that content files may use. */
public record Department(
        String code, String name, String nameEn, String shortName, String kind, List<String> variants) {

    public Department {
        variants = List.copyOf(variants);
    }
}
