package city.onewindow.catalog;

import java.util.List;
import java.util.Objects;

/**
 * An authority that has items (部门).
 *
 * @param legalName the name that official documents bear; the everyday one where the content gives no other
 * @param creditCode its 统一社会信用代码 (18 characters), with which the implementation codes of its items begin; empty if the content gives
 *     none
 * @param variants other spellings that content files may use
 */
public record Department(
        String code,
        String name,
        String nameEn,
        String shortName,
        String legalName,
        String creditCode,
        String kind,
        List<String> variants) {

    public Department {
        // Of an edition from before it was kept, nothing is read for it.
        legalName = Objects.requireNonNullElse(legalName, "").isBlank() ? name : legalName;
        creditCode = Objects.requireNonNullElse(creditCode, "");
        variants = List.copyOf(variants);
    }
}
