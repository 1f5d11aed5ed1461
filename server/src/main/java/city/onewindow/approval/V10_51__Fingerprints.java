package city.onewindow.approval;

import city.onewindow.intake.KeyCheck;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Gives the cases from before their applicants' fingerprints: only the program can open the names. */
@Component
class V10_51__Fingerprints extends BaseJavaMigration {

    private static final int BATCH = 1000;

    private final Cipher cipher;
    private final Centre centre;

    V10_51__Fingerprints(Cipher cipher, Centre centre) {
        this.cipher = cipher;
        this.centre = centre;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        KeyCheck.before(connection, cipher, centre);
        try (Statement statement = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "update approval.case_file set applicant_fingerprint = ? where region = ? and number = ?")) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery("select region, number, addressee from approval.case_file")) {
                for (int row = 1; rows.next(); row++) {
                    update.setString(
                            1, cipher.fingerprint(CaseSearch.folded(cipher.openText(rows.getBytes("addressee")))));
                    update.setString(2, rows.getString("region"));
                    update.setString(3, rows.getString("number"));
                    update.addBatch();
                    if (row % BATCH == 0) {
                        update.executeBatch();
                    }
                }
            }
            update.executeBatch();
            statement.execute("alter table approval.case_file alter column applicant_fingerprint set not null");
        }
    }
}
