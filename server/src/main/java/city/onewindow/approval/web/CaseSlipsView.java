package city.onewindow.approval.web;

import city.onewindow.frame.Field;
import java.util.List;

/**
 * What of a case's paper goes to whom.
 *
 * @param key made with the page, so that a form sent twice makes one slip
 */
public record CaseSlipsView(String number, List<Paper> paper, List<SlipRow> slips, String key) {

    /**
     * What one department may be handed.
     *
     * @param department code
     * @param materials to be ticked; what isn't with the department yet is ticked at first
     */
    public record Paper(String department, String name, Field materials) {}
}
