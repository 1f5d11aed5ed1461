package city.onewindow.approval.web;

import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The name that somebody was looked for by, as it stands in an address: sealed, for addresses are kept in logs and histories
 * (个人信息保护法 第五十一条), and still read on and returned to.
 */
@Component
class SealedName {

    private static final String PLACE = "case.search";

    private final Cipher cipher;

    SealedName(Cipher cipher) {
        this.cipher = cipher;
    }

    String seal(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.seal(name.getBytes(StandardCharsets.UTF_8), PLACE));
    }

    /** @throws Problem.InvalidInput if no search has made it */
    String open(String sealed) {
        try {
            return new String(cipher.open(Base64.getUrlDecoder().decode(sealed), PLACE), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            throw new Problem.InvalidInput("/name", "网址里的查找条件不完整，可能是复制时少了几个字。请重新填写姓名查找。");
        }
    }
}
