package city.onewindow.intake;

import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Item;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose declaration was untrue and revoked: that applicant may choose none, the ordinary way stays open (国办发〔2020〕42号). */
@Service
public class RevokedDeclarations {

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Centre centre;
    private final Clock clock;

    RevokedDeclarations(JdbcClient jdbc, Cipher cipher, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * Remembers it of whoever applied, in the transaction of the revocation.
     *
     * @param item code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(String number, String item) {
        jdbc.sql("""
                        insert into intake.revoked_declaration (region, applicant_fingerprint, number, item, revoked_at)
                        select region, applicant_fingerprint, number, :item, :at
                        from intake.application where region = :region and number = :number
                        on conflict do nothing
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("at", LocalDateTime.now(clock).atZone(clock.getZone()).toOffsetDateTime())
                .update();
    }

    /** The revocation was set aside: nothing untrue is on record of it, in the transaction of the ruling that says so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String number, String item) {
        jdbc.sql("delete from intake.revoked_declaration where region = :region and number = :number and item = :item")
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .update();
    }

    /**
     * @return the same
     * @throws Problem.InvalidInput for each declaration that this applicant may not choose any more
     */
    Dossier refuse(Dossier dossier) {
        Problem.InvalidInput.refuse(faults(dossier));
        return dossier;
    }

    /** Reads nothing where nothing is declared. */
    List<Fault> faults(Dossier dossier) {
        List<Item> declared = Declaration.chosenIn(dossier.merge().errand());
        if (declared.isEmpty() || !isOnRecord(dossier.application().applicant())) {
            return List.of();
        }
        return declared.stream().map(RevokedDeclarations::barred).toList();
    }

    /**
     * What stands between an application that chose declarations and its acceptance.
     *
     * @param declaredBy who signed the declarations; null or blank if nobody did
     */
    List<Fault> faults(Dossier dossier, @Nullable String declaredBy) {
        List<Fault> faults = new ArrayList<>(faults(dossier));
        int declared = Declaration.chosenIn(dossier.merge().errand()).size();
        if (declared > 0 && (declaredBy == null || declaredBy.isBlank())) {
            faults.add(
                    new Fault("/declaredBy", "有 " + declared + " 个事项按告知承诺办理，请打印告知承诺书，由申请人（或经其授权的经办人）签字后，在此填写签字人姓名。"));
        }
        return faults;
    }

    private static Fault barred(Item item) {
        return new Fault("/answers/" + question(item), "申请人有告知承诺被撤销的记录，信用修复前「" + item.name() + "」不适用告知承诺，请改选按一般程序办理。");
    }

    private static String question(Item item) {
        Declaration declaration = item.situations().declaration();
        return declaration == null ? "" : declaration.question();
    }

    /** Whether a declaration of whoever applied was revoked, in this case or another. */
    @Transactional(readOnly = true)
    public boolean isOnRecord(String number) {
        return jdbc.sql("""
                        select exists (select from intake.application a
                                       join intake.revoked_declaration r using (region, applicant_fingerprint)
                                       where a.region = :region and a.number = :number)
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    private boolean isOnRecord(Applicant applicant) {
        return jdbc.sql("""
                        select exists (select from intake.revoked_declaration
                                       where region = :region and applicant_fingerprint = :fingerprint)
                        """)
                .param("region", centre.region())
                .param("fingerprint", cipher.fingerprint(applicant.idNumber()))
                .query(Boolean.class)
                .single();
    }
}
