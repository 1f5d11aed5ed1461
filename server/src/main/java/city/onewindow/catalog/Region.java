package city.onewindow.catalog;

/**
 * A division (行政区划) by its six-digit code, GB/T 2260.
 *
 * @param valid in which years, in words; old codes stay readable in old documents
 */
public record Region(String code, String name, String valid) {

    /** Whether a form may offer it: neither abolished since nor a division of statistics only. */
    public boolean isCurrent() {
        return !valid.contains("(") && !valid.equals("statistical");
    }
}
