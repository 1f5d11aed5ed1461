package city.onewindow.identity;

import city.onewindow.kernel.Fault;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes, checks and judges passwords. */
@Component
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;

    /** Argon2id as OWASP advises for interactive sign-in: 19 MiB, two passes, one lane. */
    private static final PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** The least that Argon2id does. */
    private static final PasswordEncoder QUICK = new Argon2PasswordEncoder(16, 32, 1, 8, 1);

    /** Without the signs that people misread when they type a password from paper. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    /** The prefix of a stored hash names its method, so that a later method can stand beside this one. */
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2", Map.of("argon2", ARGON2));

    private final SecureRandom random = new SecureRandom();

    /** Each check takes 19 MiB: a flood of sign-ins waits here instead of using the memory up. */
    private final Semaphore desks = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /** What is checked when there is no such account, so that the answer takes as long as for one that is there. */
    private final String nobodys = "{argon2}$argon2id$v=19$m=19456,t=2,p=1$" + noise(16) + "$" + noise(32);

    String hash(String password) {
        return atADesk(() -> encoder.encode(password));
    }

    /** For a password that everybody may read: a slow check of it would protect nothing. */
    String hashOfPublished(String password) {
        return "{argon2}" + QUICK.encode(password);
    }

    boolean matches(String password, @Nullable String hash) {
        boolean same = atADesk(() -> encoder.matches(cut(password), hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** Salt or hash of no password: the work of checking is the same, and the start isn't held up by a real hash. */
    private String noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Sixteen signs in four groups: about 79 bits. */
    String temporary() {
        return Stream.generate(() -> random.ints(4, 0, LEGIBLE.length())
                        .mapToObj(i -> String.valueOf(LEGIBLE.charAt(i)))
                        .collect(Collectors.joining()))
                .limit(4)
                .collect(Collectors.joining("-"));
    }

    /** What is wrong with a password that somebody chose for the account of that name. */
    List<Fault> faults(String password, String name) {
        List<String> wrong = new ArrayList<>();
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            wrong.add("密码应为 " + SHORTEST + " 至 " + LONGEST + " 个字符。");
        }
        if (kinds(password) < 2) {
            wrong.add("密码应包含字母、数字、其他符号中的至少两类。");
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            wrong.add("密码中不同的字符太少，请至少使用 " + FEWEST_DIFFERENT + " 个不同的字符。");
        }
        if (Account.normal(password).contains(name)) {
            wrong.add("密码不能包含登录名。");
        }
        return wrong.stream().map(message -> new Fault("/newPassword", message)).toList();
    }

    private static long kinds(String password) {
        IntPredicate other = c -> !Character.isLetter(c) && !Character.isDigit(c);
        return Stream.<IntPredicate>of(Character::isLetter, Character::isDigit, other)
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
    }

    /** Nobody's password is longer; hashing a megabyte would only serve an attacker. */
    private static String cut(String password) {
        return password.length() <= LONGEST ? password : password.substring(0, LONGEST + 1);
    }

    private <T> T atADesk(Supplier<T> work) {
        desks.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            desks.release();
        }
    }
}
