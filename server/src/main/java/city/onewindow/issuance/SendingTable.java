package city.onewindow.issuance;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How results were sent last, in schema {@code issuance}. */
@Repository
class SendingTable {

    /** A repetition of what was sent before overwrites nothing that was sent since. */
    private static final String PUT = """
            insert into issuance.sending (region, number, item, at, way, sent_on, through, waybill, place, address, unseen)
            select :region, :number, item, :at, :way, :on, :through, :waybill, :place, :address, :unseen from unnest(:items) as item
            on conflict (region, number, item) do update
            set at = excluded.at, way = excluded.way, sent_on = excluded.sent_on, through = excluded.through,
                waybill = excluded.waybill, place = excluded.place, address = excluded.address, unseen = excluded.unseen
            where sending.at < excluded.at
            """;

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Centre centre;

    SendingTable(JdbcClient jdbc, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.centre = centre;
    }

    void put(String number, Collection<String> items, Sending sending, LocalDateTime at) {
        jdbc.sql(PUT)
                .param("region", centre.region())
                .param("number", number)
                .param("items", items.toArray(String[]::new))
                .param("at", at)
                .param("way", sending.way().name())
                .param("on", sending.day())
                .param("through", sending.through())
                .param("waybill", sending.waybill())
                .param("place", isAddressed(sending.way()) ? "" : sending.place())
                .param("address", isAddressed(sending.way()) ? cipher.seal(sending.place()) : null, Types.VARBINARY)
                .param("unseen", cipher.seal(sending.unseen()))
                .update();
    }

    /** By number and item, whether or not it came back or was handed over since. */
    Map<String, Map<String, Sending>> of(Collection<String> numbers) {
        Map<String, Map<String, Sending>> all = new HashMap<>();
        jdbc.sql("select * from issuance.sending where region = :region and number = any (:numbers)")
                .param("region", centre.region())
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getString("number"), number -> new HashMap<>())
                            .put(row.getString("item"), sending(row));
                });
        return all;
    }

    /** By item, see {@link #of}. */
    Map<String, Sending> ofCase(String number) {
        return of(List.of(number)).getOrDefault(number, Map.of());
    }

    /** Whether its place is somebody's address, which is sealed. */
    private static boolean isAddressed(Way way) {
        return way == Way.MAILED;
    }

    private Sending sending(ResultSet row) throws SQLException {
        byte[] address = row.getBytes("address");
        return new Sending(
                Way.valueOf(row.getString("way")),
                row.getObject("sent_on", LocalDate.class),
                row.getString("through"),
                row.getString("waybill"),
                address == null ? row.getString("place") : cipher.openText(address),
                cipher.openText(row.getBytes("unseen")));
    }
}
