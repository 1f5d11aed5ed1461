package city.onewindow.calendar;

import java.time.LocalDate;

/**
 * One day between a start and its due date.
 *
 * @param counted whether it uses the limit up
 * @param why in Chinese, such as 工作日, 国庆节放假 or 专家评审
 */
public record DayCounted(LocalDate date, boolean counted, String why) {}
