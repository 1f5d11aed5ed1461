package city.onewindow.identity;

import city.onewindow.kernel.Centre;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets programs into the API, where name and password come with every call. A full check is slow on purpose, so one that
 * succeeded is remembered for a minute: under an HMAC of both with a key that only this process has, and only for the
 * version of the account that was checked. Each call still asks the database whether that version holds and the name isn't
 * locked, so a changed, disabled or locked account is out at once, on every instance.
 */
@Component
class ApiSignIn implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String HMAC = "HmacSHA256";

    /** The account and its version at the time of the full check. */
    private record Verified(String name, int version) {}

    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    private final SecretKeySpec key = newKey();
    private final SignIn signIn;
    private final String region;

    ApiSignIn(SignIn signIn, Centre centre) {
        this.signIn = signIn;
        this.region = centre.region();
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String password = String.valueOf(asked.getCredentials());
        String fingerprint = fingerprint(asked.getName(), password);
        Account account = remembered(fingerprint).orElseGet(() -> verifyFully(fingerprint, asked.getName(), password));
        return PageSignIn.granted(account, region, "");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private Optional<Account> remembered(String fingerprint) {
        return Optional.ofNullable(verified.getIfPresent(fingerprint))
                .flatMap(known -> signIn.stillHolds(known.name(), known.version(), Channel.API));
    }

    private Account verifyFully(String fingerprint, String name, String password) {
        Account account = signIn.verify(name, password, Channel.API);
        verified.put(fingerprint, new Verified(account.name(), account.version()));
        return account;
    }

    private static SecretKeySpec newKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, HMAC);
    }

    private String fingerprint(String name, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " belongs to every Java platform", e);
        }
    }
}
