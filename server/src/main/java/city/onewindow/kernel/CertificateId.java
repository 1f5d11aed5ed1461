package city.onewindow.kernel;

import java.util.List;
import java.util.Optional;

/**
 * 电子证照标识 (GB/T 36904): the root, then type, issuer, serial number, version and check character, divided by dots.
 *
 * @param value upper-case, with the root and the check character
 */
public record CertificateId(String value) {

    private static final String ROOT = "1.2.156.3005.2.";
    private static final int PARTS = 5;

    /** @throws IllegalArgumentException if it is refused */
    public CertificateId {
        value = Typed.normal(value);
        Typed.insist(refusal(value));
    }

    /**
     * Makes the identifier of a new certificate.
     *
     * @param type code of the defining authority (18) and three digits
     * @param issuer credit code or division code of the issuing authority
     * @param serial the issuer's own number
     * @param version three digits, 001 for the first
     */
    public static CertificateId of(String type, String issuer, String serial, String version) {
        String parts = String.join(".", type, issuer, serial, version);
        return new CertificateId(ROOT + parts + "." + checkCharacter(Typed.normal(parts)));
    }

    /** Why this is no certificate's identifier, in Chinese; empty if it is one. */
    public static Optional<String> refusal(String typed) {
        String value = Typed.normal(typed);
        if (!value.startsWith(ROOT)) {
            return Optional.of("电子证照标识应以“" + ROOT + "”开头。");
        }
        String rest = value.substring(ROOT.length());
        List<String> parts = List.of(rest.split("\\.", -1));
        boolean plain = rest.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
        if (parts.size() != PARTS || parts.contains("") || !plain) {
            return Optional.of("电子证照标识“" + ROOT + "”之后应有用点分开的五段数字或字母：类型、颁发机构、流水号、版本号、校验位。");
        }
        String checked = rest.substring(0, rest.lastIndexOf('.'));
        if (!parts.get(PARTS - 1).equals(String.valueOf(checkCharacter(checked)))) {
            return Optional.of("电子证照标识的校验位不符，请逐位核对。");
        }
        return Optional.empty();
    }

    /** ISO 7064 MOD 37,36 over everything between the root and the check character, without the dots. */
    private static char checkCharacter(String parts) {
        int product = 36;
        for (char c : parts.replace(".", "").toCharArray()) {
            int sum = (product + Character.digit(c, 36)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return Character.toUpperCase(Character.forDigit((37 - product) % 36, 36));
    }
}
