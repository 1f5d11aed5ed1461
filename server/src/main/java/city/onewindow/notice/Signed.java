package city.onewindow.notice;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file's digital signature is worth.
 *
 * @param signer as the certificate names it, such as CN=洛阳市政务服务中心,O=…; empty where nobody's signature holds
 * @param until the last instant at which the certificate is good; null where nobody's signature holds
 */
public record Signed(State state, String signer, @Nullable Instant until) {

    static final Signed UNCHECKED = new Signed(State.UNCHECKED);

    static final Signed UNSIGNED = new Signed(State.UNSIGNED);

    static final Signed BROKEN = new Signed(State.BROKEN);
    static final Signed UNREADABLE = new Signed(State.UNREADABLE);

    private Signed(State state) {
        this(state, "", null);
    }

    /** How it stands. */
    public enum State {
        /** Of a PDF that bears none, as most of ours: its digest alone tells. */
        UNCHECKED,
        UNSIGNED,
        /** Whole, by a certificate that is or was the centre's. */
        BY_CENTRE,
        /** Whole, but by somebody else, who may call himself anything. */
        BY_OTHER,
        /** Something was changed, added or taken away after it was signed. */
        BROKEN,
        /** Not in a way that is understood here. */
        UNREADABLE
    }

    static Signed by(X509Certificate signer, boolean centre) {
        return new Signed(
                centre ? State.BY_CENTRE : State.BY_OTHER,
                signer.getSubjectX500Principal().getName(),
                signer.getNotAfter().toInstant());
    }
}
