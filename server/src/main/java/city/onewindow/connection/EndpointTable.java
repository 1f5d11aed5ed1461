package city.onewindow.connection;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses. */
@Repository
class EndpointTable {

    private static final String SAVE = """
            insert into connection.endpoint (region, department, url, signing, secret, public_key, named_at, named_by)
            values (:region, :department, :url, :signing, :secret, :publicKey, :at, :by)
            on conflict (region, department) do update
            set url = excluded.url, signing = excluded.signing, secret = excluded.secret,
                public_key = excluded.public_key, named_at = excluded.named_at, named_by = excluded.named_by
            """;

    private static final String ALL = """
            select n.*, (select count(*) from connection.delivery d
                         where d.region = n.region and d.department = n.department and d.state = 'PENDING') as pending,
                   (select count(*) from connection.delivery d
                    where d.region = n.region and d.department = n.department and d.state = 'DEAD') as dead
            from connection.endpoint n
            where n.region = :region
            order by n.department
            """;

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final String region;

    EndpointTable(JdbcClient jdbc, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.region = centre.region();
    }

    List<EndpointStatus> all() {
        return jdbc.sql(ALL)
                .param("region", region)
                .query((row, index) ->
                        new EndpointStatus(endpoint(row, index), row.getLong("pending"), row.getLong("dead")))
                .list();
    }

    /** Locked, so that of two who change it the second sees what the first did. */
    Optional<Endpoint> locked(String department) {
        return jdbc.sql("""
                        select * from connection.endpoint where region = :region and department = :department for update
                        """)
                .param("region", region)
                .param("department", department)
                .query(EndpointTable::endpoint)
                .optional();
    }

    void moved(String department, String url, LocalDateTime at, String by) {
        jdbc.sql("""
                        update connection.endpoint set url = :url, named_at = :at, named_by = :by
                        where region = :region and department = :department
                        """)
                .param("region", region)
                .param("department", department)
                .param("url", url)
                .param("at", at)
                .param("by", by)
                .update();
    }

    void save(Endpoint endpoint, String secret) {
        jdbc.sql(SAVE)
                .param("region", region)
                .param("department", endpoint.department())
                .param("url", endpoint.url())
                .param("signing", endpoint.signing().name())
                .param(
                        "secret",
                        cipher.seal(secret.getBytes(StandardCharsets.UTF_8), place(region, endpoint.department())))
                .param("publicKey", endpoint.publicKey(), Types.VARCHAR)
                .param("at", endpoint.namedAt())
                .param("by", endpoint.namedBy())
                .update();
    }

    void delete(String department) {
        jdbc.sql("delete from connection.endpoint where region = :region and department = :department")
                .param("region", region)
                .param("department", department)
                .update();
    }

    static String secret(ResultSet row, Cipher cipher) throws SQLException {
        byte[] opened =
                cipher.open(row.getBytes("secret"), place(row.getString("region"), row.getString("department")));
        return new String(opened, StandardCharsets.UTF_8);
    }

    /** A sealed secret that is moved to another department's row doesn't open. */
    private static String place(String region, String department) {
        return "endpoint " + region + " " + department;
    }

    private static Endpoint endpoint(ResultSet row, int index) throws SQLException {
        return new Endpoint(
                row.getString("department"),
                row.getString("url"),
                Signing.valueOf(row.getString("signing")),
                row.getString("public_key"),
                row.getObject("named_at", LocalDateTime.class),
                row.getString("named_by"));
    }
}
