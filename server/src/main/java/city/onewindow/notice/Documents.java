package city.onewindow.notice;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Problem;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The official documents' door. */
@Service
public class Documents {

    private final DocumentTable table;
    private final Prints prints;
    private final Checks checks;
    private final Press press;
    private final PublicAddress address;
    private final Cipher cipher;
    private final Audit audit;
    private final Clock clock;
    private final String region;
    private final String centre;
    private final String mark;

    /** @param mark 文书代字 of the centre, which every number begins with */
    Documents(
            JdbcClient jdbc,
            Centre centre,
            PublicAddress address,
            Seal seal,
            Cipher cipher,
            Audit audit,
            Clock clock,
            @Value("${onewindow.centre.document-mark:洛政务}") String mark) {
        this.table = new DocumentTable(jdbc, centre.region());
        this.checks = new Checks(table, clock.getZone());
        this.press = new Press(centre.name());
        this.prints = new Prints(table, press, seal, address, cipher, clock);
        this.address = address;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
        this.region = centre.region();
        this.centre = centre.name();
        this.mark = mark;
    }

    /**
     * Writes a document out for the caller's own statement to issue. It is printed when first read, so that an act doesn't
     * wait for the printer.
     */
    public FairCopy fairCopy(Draft draft) {
        return new FairCopy(
                region,
                draft.kind(),
                mark + draft.kind().mark() + "字",
                draft.date().getYear(),
                Codes.verify(),
                draft.subject(),
                draft.addressee().masked(),
                draft.issuer(),
                draft.date(),
                LocalDateTime.now(clock),
                HexFormat.of().formatHex(cipher.seal(DraftJson.write(draft))));
    }

    /** @param verifyCode as read off the paper: with or without hyphens, in any case */
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> byVerifyCode(String verifyCode) {
        return table.byVerifyCode(Codes.typed(verifyCode));
    }

    /** What the applicant was told in writing of an application or case, in the order of issue. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> bySubject(String subject) {
        return table.bySubject(subject).stream()
                .filter(document -> !document.kind().isBetweenDepartments()
                        && !document.kind().isToOthers())
                .toList();
    }

    /** What others whom the case concerns were told in writing, in the order of issue; for those who may read what was handed in. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> toOthers(String subject) {
        return table.bySubject(subject).stream()
                .filter(document -> document.kind().isToOthers())
                .toList();
    }

    /** What departments wrote to one another about a case, in the order of issue; for these alone. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> lettersOf(String subject) {
        return table.bySubject(subject).stream()
                .filter(document -> document.kind().isBetweenDepartments())
                .toList();
    }

    /**
     * SM3 of the document's PDF, by which two copies can be compared; empty while the device of the seal doesn't let it be
     * printed: whether it is genuine is told all the same.
     */
    @Transactional
    public String digest(IssuedDocument document) {
        try {
            return prints.of(document, Format.PDF).digest();
        } catch (Problem.Conflict unsealed) {
            return "";
        }
    }

    /**
     * The document as printed, for somebody who has its code. The first print is kept, so that everybody ever after has the
     * same bytes.
     *
     * @param who reads it: an account, or "public"
     * @throws Problem.NotFound if no document has this code
     * @throws Problem.Conflict if nobody has read it before and the device of the seal doesn't answer; it stays issued
     */
    @Transactional
    public Print read(String verifyCode, Format format, String who) {
        IssuedDocument document = byVerifyCode(verifyCode).orElseThrow(Documents::unknown);
        audit.record(who, "document.read", document.number(), document.kind().name());
        return prints.of(document, format);
    }

    /**
     * What is true of a file that somebody was handed.
     *
     * <p>In no transaction: nobody else's waits for a connection while a file is unpacked.
     *
     * @throws Problem.InvalidInput if nothing can be told of it
     * @throws Problem.Conflict if too many are checked at this moment
     */
    public Verification check(InputStream file) {
        return checks.of(file);
    }

    /**
     * Prints what is only told, not issued, such as a guide: without number, verify code and seal, and kept nowhere.
     *
     * @param path of the page that says the same, to which the QR code leads
     * @return a PDF
     */
    public byte[] sheet(Draft draft, String path) {
        return press.printSheet(draft, address.of(path));
    }

    /**
     * Prints a form for the pen; kept nowhere.
     *
     * @param path of the guide that asks for it, to which the QR code leads
     * @return a PDF
     */
    public byte[] form(PrintedForm form, String path) {
        return press.printForm(form, address.of(path));
    }

    /**
     * A document as this wording would make it, with samples at its places; it says itself that it is none.
     *
     * @param wording without faults
     */
    public Sample sample(Wording wording) {
        WordedDocument document = wording.document();
        LocalDateTime now = LocalDateTime.now(clock);
        Addressee nobody = Addressee.person(Place.APPLICANT.sample());
        boolean printed = document.kind().isOnlyPrinted();
        Draft draft = new Draft(
                document.kind(),
                Place.CASE_NUMBER.sample(),
                nobody,
                printed ? centre + "（样张）" : centre,
                now.toLocalDate(),
                wording.with(PlaceValues.samples(document.places())));
        return new Sample(
                printed
                        ? sheet(draft, "/documents")
                        : press.print(unissued(draft, now), draft, address.of("/documents")));
    }

    private static IssuedDocument unissued(Draft draft, LocalDateTime now) {
        return new IssuedDocument(
                Sample.NUMBER,
                Sample.CODE,
                draft.kind(),
                draft.subject(),
                draft.addressee().masked(),
                draft.issuer(),
                draft.date(),
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What is said of a code that no document has. */
    public static Problem.NotFound unknown() {
        return new Problem.NotFound("没有查到使用这个验证码的文书。请核对文书末页的16位验证码；仍查不到的，请向出具机关核实，谨防伪造。");
    }
}
