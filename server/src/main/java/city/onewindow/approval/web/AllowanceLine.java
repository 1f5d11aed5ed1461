package city.onewindow.approval.web;

import city.onewindow.approval.Allowance;

/** What was allowed to a project, as the staff reads it. */
public record AllowanceLine(String itemName, String kind, String reason, String ground, String who) {

    static AllowanceLine of(Allowance allowance) {
        return new AllowanceLine(
                allowance.itemName(),
                allowance.kind().term(),
                allowance.reason(),
                allowance.ground(),
                allowance.whoName() + "，" + Words.time(allowance.at()));
    }
}
