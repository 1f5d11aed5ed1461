package city.onewindow.notice.maker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.login.LoginException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * A machine for SM2 as its maker offers it to Java: a provider with a keystore whose keys never leave it. It lies in a directory
 * with the files {@code seal.pem} (key, then certificate), {@code pin} and {@code plugged}, whose text is another one each time
 * that it is plugged in; with {@code keypad} the PIN was typed there, with {@code hung} it answers nobody, and notes who asked.
 * Packed into a jar of its own it knows nothing of this program.
 */
public final class MakersMachine extends Provider {

    private static final Provider SOFTWARE = new BouncyCastleProvider();

    static {
        // As of a native library beside the jar, which the JVM lets only one loader have.
        String library = MakersMachine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        if (System.setProperty(library, "loaded") != null) {
            throw new UnsatisfiedLinkError(library + " already loaded in another classloader");
        }
    }

    private final String directory;

    public MakersMachine() {
        this("");
    }

    private MakersMachine(String directory) {
        super("MakersMachine", "1.0", "SM2 in a machine");
        this.directory = directory;
        if (!directory.isEmpty()) {
            putService(new Service(this, "KeyStore", "MACHINE", MachineKeystore.class.getName(), List.of(), Map.of()) {
                @Override
                public Object newInstance(Object parameter) {
                    return new MachineKeystore(MakersMachine.this);
                }
            });
            putService(
                    new Service(
                            this, "Signature", "SM3withSM2", MachineSignature.class.getName(), List.of(), Map.of()) {
                        @Override
                        public Object newInstance(Object parameter) {
                            return new MachineSignature();
                        }
                    });
        }
    }

    @Override
    public Provider configure(String directory) {
        return new MakersMachine(directory);
    }

    /** Whoever was let in is, until the machine is pulled. */
    Handle letIn(char[] pin) throws IOException {
        String plugged = plugged();
        boolean right = pin == null
                ? Files.exists(Path.of(directory, "keypad"))
                : Files.readString(Path.of(directory, "pin")).equals(new String(pin));
        if (!right) {
            throw new IOException("SDR_PARDENY", new UnrecoverableKeyException("SDR_PARDENY"));
        }
        return new Handle(this, plugged);
    }

    Certificate certificate() throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", SOFTWARE)
                .generateCertificate(new ByteArrayInputStream(part("CERTIFICATE")));
    }

    private String plugged() throws IOException {
        Path plugged = Path.of(directory, "plugged");
        if (!Files.exists(plugged)) {
            throw new IOException("load failed", new LoginException("SDR_COMMFAIL"));
        }
        return Files.readString(plugged);
    }

    private void answer() throws IOException {
        Path hung = Path.of(directory, "hung");
        if (Files.exists(hung)) {
            Files.createTempFile(Path.of(directory), "asked", "");
        }
        while (Files.exists(hung)) {
            Thread.onSpinWait();
        }
    }

    private byte[] part(String type) throws IOException {
        try (var reader = new PemReader(new StringReader(Files.readString(Path.of(directory, "seal.pem"))))) {
            var part = Objects.requireNonNull(reader.readPemObject());
            return (part.getType().equals(type) ? part : Objects.requireNonNull(reader.readPemObject())).getContent();
        }
    }

    /** What its user has of a key: nothing of it. */
    record Handle(MakersMachine machine, String session) implements PrivateKey {

        byte[] sign(byte[] content) throws IOException, GeneralSecurityException {
            machine.answer();
            if (!machine.plugged().equals(session)) {
                throw new IOException("SDR_SESSION");
            }
            Signature signer = Signature.getInstance("SM3withSM2", SOFTWARE);
            signer.initSign(KeyFactory.getInstance("EC", SOFTWARE)
                    .generatePrivate(new PKCS8EncodedKeySpec(machine.part("PRIVATE KEY"))));
            signer.update(content);
            return signer.sign();
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        /** As of every key that can't be had. */
        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}
