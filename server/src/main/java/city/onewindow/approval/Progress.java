package city.onewindow.approval;

import java.time.LocalDateTime;

/**
 * How far a department's own system (部门业务系统) says it is with a matter.
 *
 * @param item code
 * @param at when it happened there, as it says
 * @param words what the system calls it
 */
public record Progress(String item, LocalDateTime at, String words) {}
