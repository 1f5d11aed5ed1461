package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whether the program was started with the key that personal data here is sealed with. With another one it would look well,
 * open nothing, and seal what comes in so that the right key can't open that later.
 */
@Service
public class KeyCheck {

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Centre centre;

    KeyCheck(JdbcClient jdbc, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.centre = centre;
    }

    /**
     * By the oldest application, which no start with a wrong key can have sealed after it; true as long as there is none.
     */
    public boolean opens() {
        return jdbc.sql("select sealed from intake.application where region = :region order by number limit 1")
                .param("region", centre.region())
                .query(byte[].class)
                .optional()
                .map(this::opens)
                .orElse(true);
    }

    private boolean opens(byte[] sealed) {
        try {
            cipher.open(sealed);
            return true;
        } catch (IllegalStateException sealedWithAnother) {
            return false;
        }
    }
}
