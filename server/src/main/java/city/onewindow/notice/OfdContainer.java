package city.onewindow.notice;

import city.onewindow.kernel.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.ofdrw.gm.sm2strut.ContentInfo;
import org.ofdrw.gm.sm2strut.OIDs;
import org.ofdrw.gm.sm2strut.builder.SignedDataBuilder;
import org.ofdrw.sign.signContainer.GBT35275DSContainer;

/** Signs as GB/T 35275 wants it. The library's own signs with Bouncy Castle only, which no key in a device lets near. */
final class OfdContainer extends GBT35275DSContainer {

    private final SealKey key;

    OfdContainer(SealKey key) {
        super(key.certificate(), key.key());
        this.key = key;
    }

    @Override
    public byte[] sign(InputStream list, String path) throws GeneralSecurityException, IOException {
        byte[] digest = HexFormat.of().parseHex(Digests.sm3(list.readAllBytes()));
        return new ContentInfo(
                        OIDs.signedData, SignedDataBuilder.signedData(digest, key.sign(digest), key.certificate()))
                .getEncoded();
    }
}
