package city.onewindow.catalog.holiday.web;

import city.onewindow.frame.Field;
import java.util.List;

/**
 * The holidays' page.
 *
 * @param missing what to say of a year that isn't there; empty if all is well
 * @param year of the notice read, to be confirmed; 0 if there is none
 * @param text that was read without a fault; empty otherwise
 * @param read what it says
 * @param difference from what stands of that year; empty if nothing does
 * @param years what stands, the newest first
 */
public record HolidayView(
        String missing, Field notice, int year, String text, List<Line> read, String difference, List<Year> years) {

    /** @param off otherwise worked */
    public record Line(String name, boolean off, String days, int count) {}

    /** One year's notice. */
    public record Year(int year, List<Line> lines) {}
}
