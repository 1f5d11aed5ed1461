package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.intake.KeyCheck;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("升级：给以前的办件补上查找姓名用的摘要")
class FingerprintsTest extends ApprovalHouseTest {

    @Autowired
    private DataSource database;

    @Autowired
    private Cipher cipher;

    @Autowired
    private Centre centre;

    @Test
    @DisplayName("补上的与新办件写下的一样，没有一件漏掉")
    void asNewCasesHaveThem() throws SQLException {
        String number = cases.accept("old");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String before = fingerprint(statement, number);
            statement.execute("alter table approval.case_file alter column applicant_fingerprint drop not null");
            statement.execute("update approval.case_file set applicant_fingerprint = null");
            new V10_51__Fingerprints(cipher, centre).migrate(on(connection));
            assertThat(fingerprint(statement, number)).isEqualTo(before).hasSize(64);
            connection.rollback();
        }
    }

    @Test
    @DisplayName("密钥不对的，升级不动数据，说的是密钥不对")
    void wrongKey() throws SQLException {
        cases.accept("old");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table approval.case_file alter column applicant_fingerprint drop not null");
            statement.execute("update approval.case_file set applicant_fingerprint = null");
            var another = new V10_51__Fingerprints(new Cipher(new byte[16]), centre);
            assertThatThrownBy(() -> another.migrate(on(connection))).isInstanceOf(KeyCheck.WrongKey.class);
            connection.rollback();
        }
    }

    private static String fingerprint(Statement statement, String number) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select applicant_fingerprint from approval.case_file where number = '" + number + "'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static Context on(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
