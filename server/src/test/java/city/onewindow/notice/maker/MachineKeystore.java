package city.onewindow.notice.maker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStoreException;
import java.security.KeyStoreSpi;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;

/** The one key of a {@link MakersMachine}; it can be looked at and used, not changed. */
final class MachineKeystore extends KeyStoreSpi {

    private static final String ALIAS = "1";

    private final MakersMachine machine;
    private MakersMachine.Handle handle;

    MachineKeystore(MakersMachine machine) {
        this.machine = machine;
    }

    @Override
    public void engineLoad(InputStream none, char[] pin) throws IOException {
        handle = machine.letIn(pin);
    }

    @Override
    public Key engineGetKey(String alias, char[] pin) {
        return handle;
    }

    @Override
    public Certificate[] engineGetCertificateChain(String alias) {
        return new Certificate[] {engineGetCertificate(alias)};
    }

    @Override
    public Certificate engineGetCertificate(String alias) {
        try {
            return machine.certificate();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Enumeration<String> engineAliases() {
        return Collections.enumeration(List.of(ALIAS));
    }

    @Override
    public boolean engineContainsAlias(String alias) {
        return alias.equals(ALIAS);
    }

    @Override
    public int engineSize() {
        return 1;
    }

    @Override
    public boolean engineIsKeyEntry(String alias) {
        return alias.equals(ALIAS);
    }

    @Override
    public boolean engineIsCertificateEntry(String alias) {
        return false;
    }

    @Override
    public String engineGetCertificateAlias(Certificate certificate) {
        return ALIAS;
    }

    @Override
    public Date engineGetCreationDate(String alias) {
        return new Date(0);
    }

    @Override
    public void engineSetKeyEntry(String alias, Key key, char[] pin, Certificate[] chain) throws KeyStoreException {
        throw new KeyStoreException("SDR_NOTSUPPORT");
    }

    @Override
    public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) throws KeyStoreException {
        throw new KeyStoreException("SDR_NOTSUPPORT");
    }

    @Override
    public void engineSetCertificateEntry(String alias, Certificate certificate) throws KeyStoreException {
        throw new KeyStoreException("SDR_NOTSUPPORT");
    }

    @Override
    public void engineDeleteEntry(String alias) throws KeyStoreException {
        throw new KeyStoreException("SDR_NOTSUPPORT");
    }

    @Override
    public void engineStore(OutputStream out, char[] pin) {
        throw new UnsupportedOperationException();
    }
}
