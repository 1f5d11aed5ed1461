package city.onewindow.notice;

/**
 * Where a page leads to a document.
 *
 * @param text its title and number
 * @param pdf path
 * @param ofd path
 */
public record DocumentLinks(String text, String pdf, String ofd) {

    public static DocumentLinks of(IssuedDocument document) {
        String place = "/documents/" + document.verifyCode() + "/";
        return new DocumentLinks(
                document.kind().title() + " " + document.number() + state(document),
                place + Format.PDF.ending(),
                place + Format.OFD.ending());
    }

    private static String state(IssuedDocument document) {
        RevokedHow how = document.revokedHow();
        if (how == null) {
            return "";
        }
        return switch (how) {
            case LAPSED -> "（不发生效力）";
            case REPLACED -> "（已改期或者取消）";
            case REVOKED, SET_ASIDE, CHANGED, VOID -> "（已撤销）";
        };
    }
}
