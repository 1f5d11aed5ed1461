package city.onewindow.notice;

import java.util.List;

/**
 * A form for the pen, or one that shows how it is filled in: it is nobody's statement, so it has no issuer, number or date.
 *
 * @param title as it is called among the materials
 * @param remark what it is and how to use it, above and below
 */
public record PrintedForm(String title, String remark, List<Section> sections) {

    public PrintedForm {
        sections = List.copyOf(sections);
    }
}
