package city.onewindow.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Has the hour of a hearing come, in the database of a running program, whatever is killed meanwhile. */
record BroughtForward(Path data, PackagedProgram program) {

    void of(String number, String item) throws InterruptedException {
        boolean done = false;
        while (!done) {
            program.awaitRunning();
            done = isCome(number, item);
        }
    }

    private boolean isCome(String number, String item) {
        try (Connection database = connect();
                PreparedStatement statement = database.prepareStatement(
                        "update approval.hearing set at = called_at where number = ? and item = ? and at is not null")) {
            statement.setString(1, number);
            statement.setString(2, item);
            return statement.executeUpdate() == 1;
        } catch (SQLException | IOException killed) {
            return false;
        }
    }

    private Connection connect() throws SQLException, IOException {
        Credentials credentials = Credentials.read(data);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + credentials.port() + "/" + Cluster.DATABASE,
                Cluster.USER,
                credentials.password());
    }
}
