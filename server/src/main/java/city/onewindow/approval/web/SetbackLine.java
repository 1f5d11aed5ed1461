package city.onewindow.approval.web;

/**
 * That a result of an earlier stage holds no longer, as one department is told it.
 *
 * @param id of the place on the page of the case
 * @param action where the reader's answer goes; empty if he has none to give
 * @param answer what the department does, by whom and when; empty as long as it hasn't said anything
 */
public record SetbackLine(
        String id,
        String department,
        String fallen,
        String number,
        String said,
        String at,
        boolean restored,
        String action,
        String answer,
        String answered) {}
