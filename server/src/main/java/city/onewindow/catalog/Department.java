package city.onewindow.catalog;

import java.util.List;
import java.util.Objects;

/**
 * An authority that has items (部门).
 *
 * @param legalName the name that official documents bear; the everyday one where the content gives no other
 * @param variants other spellings that content files may use
 */
public record Department(
        String code,
        String name,
        String nameEn,
        String shortName,
        String legalName,
        String kind,
        List<String> variants) {

    public Department {
        // Of an edition from before it was kept, nothing is read for it.
        legalName = Objects.requireNonNullElse(legalName, "").isBlank() ? name : legalName;
        variants = List.copyOf(variants);
    }
}
