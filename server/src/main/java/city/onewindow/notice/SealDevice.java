package city.onewindow.notice;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import org.jspecify.annotations.Nullable;

/**
 * A cryptographic machine or token (密码机、智能密码钥匙) that keeps a key of the seal and signs with it; the key never leaves it.
 * It is reached through any keystore of Java's: PKCS #11, or its maker's.
 */
public final class SealDevice {

    private final Path file;
    private final String pin;
    private final Clock clock;
    private @Nullable DeviceSettings settings;
    private @Nullable Provider provider;
    private volatile @Nullable SealKey held;
    private volatile @Nullable SealKind kind;
    private volatile @Nullable SealFault refused;

    /**
     * Nothing is read yet.
     *
     * @param file that says how to reach it
     * @param pin that opens it, where the file names no file with it; empty for none
     */
    public SealDevice(Path file, String pin, Clock clock) {
        this.file = file;
        this.pin = pin;
        this.clock = clock;
    }

    /** Why nothing can be sealed with it and what to do; empty if it is ready. */
    public Optional<String> fault() {
        try {
            key();
            return Optional.empty();
        } catch (SealFault fault) {
            return Optional.ofNullable(fault.getMessage());
        }
    }

    /** Whether it is its PIN that is wrong: it locks after some wrong ones. */
    public boolean refusesPin() {
        return refused != null;
    }

    /** Whether its key is one for OFD, so that none in a file is needed. */
    public boolean sealsOfd() {
        return kind().orElseGet(() -> key().kind()).sealsOfd();
    }

    /** Of its key, once that was seen: it stays what it is while the device is away. */
    Optional<SealKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The key that was taken from it last; asks it nothing. */
    Optional<SealKey> held() {
        return Optional.ofNullable(held);
    }

    /**
     * Seals with its key. A token that was pulled and plugged in again wants to be opened anew: what failed once is tried again.
     *
     * @throws SealFault if it doesn't answer then either
     */
    <T> T seal(Function<SealKey, T> act) {
        SealKey key = key();
        try {
            return act.apply(key);
        } catch (SealFault fault) {
            forget(key);
            return act.apply(key());
        }
    }

    /** What somebody else took anew meanwhile stays. */
    private synchronized void forget(SealKey failed) {
        if (held == failed) {
            held = null;
        }
    }

    /** One whose certificate has expired since is taken anew, for the device may have a newer one by now. */
    synchronized SealKey key() {
        SealKey key = held;
        if (key == null || !isValid(key.certificate())) {
            key = opened();
            held = key;
        }
        return key;
    }

    private SealKey opened() {
        SealFault told = refused;
        if (told != null) {
            throw told;
        }
        try {
            SealKey fresh = found();
            kind = fresh.kind();
            return fresh;
        } catch (NoSuchFileException e) {
            throw wrong("没有 " + e.getMessage() + " 这个文件或目录。请写对它的位置", e);
        } catch (IOException
                | GeneralSecurityException
                | ReflectiveOperationException
                | RuntimeException
                | LinkageError e) {
            // Providers tell of a device that isn't there by exceptions of many kinds, and some lack a class or
            // library.
            if (causes(e).anyMatch(LinkageError.class::isInstance)) {
                throw wrong(
                        "用不了：厂家的程序缺东西（" + reason(e)
                                + "）。请检查 jars 目录里厂家的 jar 是否齐全，厂家的本机库所在目录是否用 -Djava.library.path 写在 JAVA_OPTS 里",
                        e);
            }
            if (causes(e).anyMatch(SealDevice::isRefusedPin)) {
                // Tried again for every document, it would lock the device.
                SealFault fault = wrong("不接受口令（PIN）：" + reason(e) + "。请核对口令，改正后重新启动；连续错几次会锁死，改正之前不要反复启动", e);
                refused = fault;
                throw fault;
            }
            throw wrong("用不了：" + reason(e) + "。请检查设备是否插好、通电、连得上，这个文件和它指到的文件写得对不对", e);
        }
    }

    private SealKey found() throws IOException, GeneralSecurityException, ReflectiveOperationException {
        if (settings == null || provider == null) {
            settings = DeviceSettings.read(file);
            provider = settings.provider();
        }
        char[] secret = secret(settings);
        KeyStore store = KeyStore.getInstance(settings.keystore(), provider);
        store.load(null, secret);
        String alias = alias(store, settings.alias());
        List<X509Certificate> chain = chain(store.getCertificateChain(alias));
        if (!(store.getKey(alias, secret) instanceof PrivateKey key) || chain.isEmpty()) {
            throw new IOException("里面的“" + alias + "”不是带证书的私钥");
        }
        SealKind found =
                SealKind.of(chain.get(0)).orElseThrow(() -> new IOException("里面的“" + alias + "”不是 SM2、RSA 或 P-256 密钥"));
        mustBeValid(chain.get(0));
        SealKey fresh = new SealKey(key, chain, found, provider);
        if (!fresh.isPair()) {
            throw new IOException("里面的“" + alias + "”的私钥和证书不是一对");
        }
        return fresh;
    }

    /** Null where none is given: the device may have it typed elsewhere, and an empty one would count as wrong. */
    private char @Nullable [] secret(DeviceSettings settings) throws IOException {
        char[] kept = settings.pin();
        return kept != null || pin.isEmpty() ? kept : pin.toCharArray();
    }

    /** Other readers would call what it seals invalid. */
    private void mustBeValid(X509Certificate certificate) throws IOException {
        if (!isValid(certificate)) {
            Instant from = certificate.getNotBefore().toInstant();
            Instant until = certificate.getNotAfter().toInstant();
            throw new IOException(
                    "里面的证书有效期是 " + day(from) + " 至 " + day(until) + "，今天是 " + day(clock.instant()) + "，请向发证机构换新的证书");
        }
    }

    private boolean isValid(X509Certificate certificate) {
        Instant now = clock.instant();
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    private static String alias(KeyStore store, @Nullable String wanted) throws IOException, GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String each : Collections.list(store.aliases())) {
            if (store.isKeyEntry(each)) {
                keys.add(each);
            }
        }
        if (wanted == null && keys.size() == 1) {
            return keys.get(0);
        }
        if (wanted == null || !keys.contains(wanted)) {
            throw new IOException(
                    keys.isEmpty() ? "里面没有密钥" : "里面的密钥是“" + String.join("”“", keys) + "”，请用 alias 写明用哪一个");
        }
        return wanted;
    }

    /** As this program's own library reads them, whoever's keystore they come from. */
    private static List<X509Certificate> chain(Certificate @Nullable [] found) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate each : found == null ? new Certificate[0] : found) {
            chain.add(SealKey.certificate(each.getEncoded()));
        }
        return chain;
    }

    private SealFault wrong(String what, Throwable cause) {
        return new SealFault(
                "文书签章用的密码设备（onewindow.seal-device，环境变量 ONEWINDOW_SEAL_DEVICE，文件 " + file + "）" + what + "。", cause);
    }

    /** By the contract of keystores, or as PKCS #11 says it; other failures of a login are the device's own. */
    private static boolean isRefusedPin(Throwable fault) {
        return fault instanceof UnrecoverableKeyException
                || fault instanceof FailedLoginException
                || String.valueOf(fault.getMessage()).startsWith("CKR_PIN");
    }

    /** The innermost is what the device itself says. */
    private static String reason(Throwable fault) {
        Throwable last = causes(fault).reduce(fault, (outer, inner) -> inner);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause);
    }
}
