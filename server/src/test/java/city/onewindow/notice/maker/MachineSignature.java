package city.onewindow.notice.maker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** Lets a {@link MakersMachine} sign. */
final class MachineSignature extends SignatureSpi {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private MakersMachine.Handle handle;

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        if (!(key instanceof MakersMachine.Handle ours)) {
            throw new InvalidKeyException("SDR_KEYTYPEERR");
        }
        handle = ours;
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {
        content.write(bytes, from, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        try {
            return handle.sign(content.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new SignatureException(e.getMessage(), e);
        }
    }

    @Override
    protected void engineUpdate(byte octet) {
        content.write(octet);
    }

    @Override
    protected void engineInitVerify(PublicKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("deprecation")
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("deprecation")
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException();
    }
}
