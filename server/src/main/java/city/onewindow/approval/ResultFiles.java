package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import city.onewindow.material.OpenedFile;
import city.onewindow.material.StoredFile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of results: a licence, a drawing, a report, as a department's own system made them. For the departments that decide in the
 * case, which build on one another's results, and for the issuing window, which prints and hands them over (行政许可法 第三十九条).
 */
@Service
public class ResultFiles {

    private static final String OF_CASE = """
            select r.item, m.item_name, r.file, r.at, coalesce(d.settled_on, o.at::date) as settled_on,
                   coalesce(d.found, o.organ_name || ' ' || o.document) as found
            from approval.result_file r
            left join approval.declaration d
                on d.region = r.region and d.number = r.number and d.item = r.item and d.state = 'REVOKED'
            left join lateral (
                select * from approval.ruling o
                where o.region = r.region and o.number = r.number and o.item = r.item and o.at >= r.at
                  and o.kind not in ('UPHELD', 'UNLAWFUL', 'RESTORED')
                order by o.seq limit 1) o on true
            join approval.matter m on m.region = r.region and m.number = r.number and m.item = r.item
            where r.region = :region and r.number = :number
            order by m.seq, r.at, r.file
            """;

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Files files;
    private final Centre centre;
    private final Clock clock;

    ResultFiles(JdbcClient jdbc, Matters matters, Files files, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.files = files;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * In the transaction of the act that the file belongs to, whose door knows the actor entitled.
     *
     * @throws Problem.InvalidInput if it is empty, too large or of no known type
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String number, String item, String name, byte[] content, Actor actor) {
        IdempotencyKey once = new IdempotencyKey(UUID.randomUUID().toString());
        StoredFile kept = files.keep(new Upload(name, content), number, actor.account(), once);
        jdbc.sql("""
                        insert into approval.result_file (region, number, item, file, at, who)
                        values (:region, :number, :item, :file, :at, :who)
                        on conflict (region, number, item, file) do update set at = excluded.at, who = excluded.who
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("file", kept.id())
                .param("at", LocalDateTime.now(clock))
                .param("who", actor.account())
                .update();
    }

    /** Of a whole case, matter by matter; none for who may not open them. */
    @Transactional(readOnly = true)
    public List<ResultFile> of(String number, Actor actor) {
        if (!Rights.mayOpenResults(matters.ofCase(centre.region(), number), actor)) {
            return List.of();
        }
        List<ResultFile> found = jdbc.sql(OF_CASE)
                .param("region", centre.region())
                .param("number", number)
                .query((row, index) -> new ResultFile(
                        number,
                        row.getString("item"),
                        row.getString("item_name"),
                        row.getString("file"),
                        "",
                        row.getObject("at", LocalDateTime.class),
                        row.getObject("settled_on", LocalDate.class),
                        row.getString("found")))
                .list();
        Map<String, StoredFile> stored =
                files.describe(found.stream().map(ResultFile::id).toList());
        return found.stream()
                .flatMap(file ->
                        Optional.ofNullable(stored.get(file.id())).map(StoredFile::name).map(file::named).stream())
                .toList();
    }

    /**
     * That it was opened is written down.
     *
     * @throws Problem.NotFound if the case has no such result, or it isn't the reader's to open
     */
    @Transactional
    public OpenedFile open(String number, String id, Actor actor) {
        if (of(number, actor).stream().noneMatch(file -> file.id().equals(id))) {
            throw new Problem.NotFound("这个办件没有这个结果文件，或者它不归您打开。请回到办件页面重新打开。");
        }
        return files.open(id, number, actor.account());
    }
}
