package city.onewindow.frame;

/**
 * An account that the sign-in page offers while the demonstration is on.
 *
 * @param duty what can be tried with it, such as 综合窗口收件
 */
public record DemoAccount(String account, String password, String name, String duty) {}
