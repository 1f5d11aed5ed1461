package city.onewindow.approval.web;

import city.onewindow.approval.Allowance;
import city.onewindow.kernel.DayWords;
import org.jspecify.annotations.Nullable;

/**
 * What was allowed to a project, as the staff reads it.
 *
 * @param takenBack by whom, when and why; empty if it holds
 * @param href of the form to take it back; empty where the reader may not
 */
public record AllowanceLine(
        String itemName, String kind, String reason, String ground, String who, String takenBack, String href) {

    static AllowanceLine of(Allowance allowance) {
        return of(allowance, "");
    }

    static AllowanceLine of(Allowance allowance, String href) {
        return new AllowanceLine(
                allowance.itemName(),
                allowance.kind().term(),
                allowance.reason(),
                allowance.ground(),
                allowance.whoName() + "，" + DayWords.hour(allowance.at()),
                words(allowance.takenBack()),
                href);
    }

    private static String words(Allowance.@Nullable TakenBack taken) {
        return taken == null ? "" : taken.whoName() + "于" + DayWords.hour(taken.at()) + "收回，理由：" + taken.reason();
    }
}
