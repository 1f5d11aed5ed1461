package city.onewindow.approval.web;

import city.onewindow.frame.Due;

/**
 * A matter in the inbox as shown.
 *
 * @param key number~item
 * @param together whether it can be ticked, to be done together with others
 * @param holder who has taken it; empty if nobody
 * @param recommendation empty before the review
 */
public record InboxRowView(
        String key,
        boolean together,
        String href,
        String item,
        String number,
        String title,
        String applicant,
        String step,
        String holder,
        String recommendation,
        Due due) {}
