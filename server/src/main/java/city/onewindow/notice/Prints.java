package city.onewindow.notice;

import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Digests;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.LocalDateTime;

/** The documents as they were first printed, kept enciphered; what wasn't read yet is printed now. */
record Prints(DocumentTable table, Press press, Seal seal, PublicAddress address, Cipher cipher, Clock clock) {

    Print of(IssuedDocument document, Format format) {
        return table.print(document, format).map(this::opened).orElseGet(() -> {
            byte[] content = switch (format) {
                case PDF -> pdf(document);
                case OFD -> ofd(document);
            };
            table.keepPrint(
                    document, format, new Print(cipher.seal(content), Digests.sm3(content)), LocalDateTime.now(clock));
            // Of two that print at once the first counts, for both.
            return table.print(document, format).map(this::opened).orElseThrow();
        });
    }

    private byte[] pdf(IssuedDocument document) {
        Draft draft = DraftJson.read(cipher.openText(table.text(document)));
        byte[] printed = press.print(document, draft, verification(document));
        return seal.putOnPdf(printed).map(this::kept).orElse(printed);
    }

    private byte[] ofd(IssuedDocument document) {
        byte[] pdf = of(document, Format.PDF).content();
        return kept(seal.putOnOfd(press.printOfd(document, verification(document), pdf)));
    }

    /** Its certificate is, so that it is known for the centre's ever after. */
    private byte[] kept(Sealed sealed) {
        try {
            byte[] certificate = sealed.by().getEncoded();
            table.keepCertificate(Digests.sm3(certificate), certificate, LocalDateTime.now(clock));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The seal's certificate was read, and can't be written", e);
        }
        return sealed.content();
    }

    private String verification(IssuedDocument document) {
        return address.of("/documents/" + document.verifyCode());
    }

    private Print opened(Print enciphered) {
        return new Print(cipher.open(enciphered.content()), enciphered.digest());
    }
}
