package city.onewindow.frame;

/**
 * How much is left on a clock, as people read it.
 *
 * @param text such as 剩 2 个工作日, 今天到期, 超期 1 个工作日, 已暂停
 * @param until the date it means, such as 11月26日 止; empty if none
 */
public record Due(Tone tone, String text, String until) {}
