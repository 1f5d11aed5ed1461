package city.onewindow.approval.web;

import city.onewindow.identity.Actor;
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

    /** It opens for the same account alone: whoever looks for somebody has typed the name, and is audited for it. */
    String seal(String name, Actor actor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.seal(name.getBytes(StandardCharsets.UTF_8), place(actor)));
    }

    /** @throws Problem.InvalidInput if no search of this account has made it */
    String open(String sealed, Actor actor) {
        try {
            byte[] name = cipher.open(Base64.getUrlDecoder().decode(sealed), place(actor));
            return new String(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            throw new Problem.InvalidInput("/name", "网址里的查找条件不完整，或者是别的账号查找时的。请重新填写姓名查找。");
        }
    }

    private static String place(Actor actor) {
        return PLACE + ":" + actor.account();
    }
}
