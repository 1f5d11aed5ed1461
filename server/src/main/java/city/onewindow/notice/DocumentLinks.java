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
                document.kind().title() + " " + document.number() + (document.isRevoked() ? "（已撤销）" : ""),
                place + Format.PDF.ending(),
                place + Format.OFD.ending());
    }
}
