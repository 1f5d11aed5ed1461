package city.onewindow.kernel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the caller chooses once for one submission and sends again with every repetition of it, so that a slow network
 * can't make two cases of one.
 *
 * @param value 8 to 64 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The header of a call that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    /** @throws Problem.InvalidInput if the key is too short, too long or holds anything but visible ASCII characters */
    public IdempotencyKey {
        boolean visible = value.chars().allMatch(c -> c > ' ' && c <= '~');
        if (value.length() < SHORTEST || value.length() > LONGEST || !visible) {
            throw new Problem.InvalidInput(
                    "/" + HEADER, "防重复提交的标识（Idempotency-Key）应为 8 至 64 个可见的英文字母、数字或符号，每次新的提交换一个，重发时用同一个。");
        }
    }

    /** Where one key covers several things, or several people act as one account: the key of one of these, whenever it is asked for. */
    public IdempotencyKey within(String one) {
        byte[] both = (value + " " + one).getBytes(StandardCharsets.UTF_8);
        return new IdempotencyKey(UUID.nameUUIDFromBytes(both).toString());
    }

    /** @param what it was used for before, after 已用于 */
    public static Problem.Conflict used(String what) {
        return new Problem.Conflict("这个防重复提交的标识（Idempotency-Key）已用于" + what + "，本次没有办理。每次新的提交请换一个标识。");
    }

    /** By a submission that is on its way at this very moment. */
    public static Problem.Conflict usedAtOnce() {
        return new Problem.Conflict("这个防重复提交的标识（Idempotency-Key）刚刚用于另一次提交，本次没有办理。每次新的提交请换一个标识。");
    }
}
