package city.onewindow.frame;

/**
 * A number worth seeing, and what it was before.
 *
 * @param unit 项, 份, 次, 个工作日
 * @param before what it would be otherwise, shown struck through; empty if there is nothing to compare
 */
public record Figure(String label, String value, String unit, String before) {}
