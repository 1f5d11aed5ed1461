package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.kernel.Centre;
import city.onewindow.window.Annex;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what departments last filed out of the filings themselves, whatever became of them at the centre. */
@Repository
class FiledFactsTable {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<Map<HeadLine, String>> HEAD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String region;

    FiledFactsTable(JdbcClient jdbc, JsonMapper json, Centre centre) {
        this.jdbc = jdbc;
        this.json = json;
        this.region = centre.region();
    }

    private record Filed(String department, List<String> cells) {}

    FiledFacts of(Target target, Catalog catalog) {
        Annex annex = target.annex();
        Map<List<String>, List<String>> rows = new HashMap<>();
        for (Filed filed : filed(target)) {
            List<String> key = annex.keys().stream().map(filed.cells()::get).toList();
            String keeper = catalog.itemNamed(filed.cells().get(annex.item()))
                    .map(Item::department)
                    .orElse("");
            if (keeper.equals(filed.department())) {
                rows.put(key, filed.cells());
            } else {
                rows.putIfAbsent(key, filed.cells());
            }
        }
        return new FiledFacts(head(target), rows);
    }

    /** Of annex 1 also what others filed: an item's department knows it best, whoever leads its one-thing. */
    private List<Filed> filed(Target target) {
        List<Integer> keys = target.annex().keys();
        return jdbc.sql("""
                        select distinct on (department, first, last) department, cells
                        from (
                            select f.department, f.filed_at, f.id, r.cells, r.cells ->> :first as first, r.cells ->> :last as last
                            from "window".filing f join "window".filing_row r on r.region = f.region and r.filing = f.id
                            where f.region = :region and f.annex = :annex and f.filed_at is not null
                              and (:subject::text is null or f.subject = :subject)
                        ) filed
                        order by department, first, last, filed_at desc, id desc
                        """)
                .param("region", region)
                .param("annex", target.annex().number())
                .param("subject", target.annex() == Annex.ONE_THING ? null : target.code(), Types.VARCHAR)
                .param("first", keys.get(0))
                .param("last", keys.get(keys.size() - 1))
                .query((row, index) ->
                        new Filed(row.getString("department"), json.readValue(row.getString("cells"), CELLS)))
                .list();
    }

    private Map<HeadLine, String> head(Target target) {
        return jdbc.sql("""
                        select head from "window".filing
                        where region = :region and annex = :annex and subject = :subject and filed_at is not null
                        order by filed_at desc, id desc limit 1
                        """)
                .param("region", region)
                .param("annex", target.annex().number())
                .param("subject", target.code())
                .query((row, index) -> json.readValue(row.getString("head"), HEAD))
                .optional()
                .orElse(Map.of());
    }
}
