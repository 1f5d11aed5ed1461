package city.onewindow.catalog;

import city.onewindow.kernel.Digests;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The content by edition, in schema {@code catalog}. */
@Repository
class Editions {

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current one's number; 0 if nothing was ever imported. */
    int current() {
        return jdbc.sql("select coalesce(max(number), 0) from catalog.edition")
                .query(Integer.class)
                .single();
    }

    /** Until the transaction ends nobody else writes an edition; readers don't wait. */
    void lock() {
        jdbc.sql("lock table catalog.edition in share row exclusive mode").update();
    }

    Catalog load(int edition) {
        Map<EntryKind, Map<String, Object>> records = new EnumMap<>(EntryKind.class);
        Map<String, Integer> itemVersions = new HashMap<>();
        jdbc.sql("""
                        select kind, key, version, content from catalog.entry
                        where from_edition <= :edition and (to_edition is null or to_edition > :edition)
                        order by kind, ordinal
                        """).param("edition", edition).query(row -> {
            EntryKind kind = EntryKind.of(row.getString("kind"));
            String key = row.getString("key");
            records.computeIfAbsent(kind, any -> new LinkedHashMap<>())
                    .put(key, ContentJson.read(row.getString("content"), kind.type()));
            if (kind == EntryKind.ITEM) {
                itemVersions.put(key, row.getInt("version"));
            }
        });
        return new Catalog(edition, content(records), itemVersions);
    }

    private static Content content(Map<EntryKind, Map<String, Object>> records) {
        return new Content(
                of(EntryKind.DEPARTMENT, Department.class, records),
                of(EntryKind.WINDOW, Window.class, records),
                of(EntryKind.ELEMENT, DataElement.class, records),
                of(EntryKind.ITEM, Item.class, records),
                of(EntryKind.ONE_THING, OneThing.class, records),
                of(EntryKind.REGION, Region.class, records),
                of(EntryKind.CODE_SET, CodeSet.class, records),
                of(EntryKind.LIFE_EVENT, LifeEvent.class, records),
                of(EntryKind.SYNONYM, Synonym.class, records),
                of(EntryKind.LAW, Law.class, records),
                of(EntryKind.TRANSLATION, Translation.class, records),
                of(EntryKind.STAGE, Stage.class, records));
    }

    private static <T> Map<String, T> of(EntryKind kind, Class<T> type, Map<EntryKind, Map<String, Object>> records) {
        Map<String, T> typed = new LinkedHashMap<>();
        records.getOrDefault(kind, Map.of()).forEach((key, record) -> typed.put(key, type.cast(record)));
        return typed;
    }

    /** A version of a record that the next edition brings. */
    record Change(String kind, String key, int version, int ordinal, String digest, String content) {

        ImportReport.Entry entry() {
            return new ImportReport.Entry(EntryKind.of(kind).label(), key);
        }
    }

    /** What of the content isn't in the current edition as it is; call under {@link #lock()}. */
    List<Change> changes(Content content) {
        Map<String, Stored> stored = stored();
        List<Change> changes = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            int last = stored.values().stream()
                    .filter(entry -> entry.kind.equals(kind.word()))
                    .mapToInt(Stored::ordinal)
                    .max()
                    .orElse(0);
            for (Map.Entry<String, ?> entry : kind.in(content).entrySet()) {
                String json = ContentJson.write(entry.getValue());
                String digest = Digests.sm3(json);
                Stored before = stored.get(kind.word() + " " + entry.getKey());
                if (before == null) {
                    changes.add(new Change(kind.word(), entry.getKey(), 1, ++last, digest, json));
                } else if (!before.digest.equals(digest)) {
                    int version = before.version + 1;
                    changes.add(new Change(kind.word(), entry.getKey(), version, before.ordinal, digest, json));
                }
            }
        }
        return changes;
    }

    private record Stored(String kind, String key, int version, int ordinal, String digest) {}

    private Map<String, Stored> stored() {
        Map<String, Stored> stored = new HashMap<>();
        jdbc.sql("select kind, key, version, ordinal, digest from catalog.entry where to_edition is null")
                .query(Stored.class)
                .list()
                .forEach(entry -> stored.put(entry.kind + " " + entry.key, entry));
        return stored;
    }

    /** Writes an edition that is the current one with these changes; call under {@link #lock()}. */
    void add(Edition edition, List<Change> changes) {
        jdbc.sql("""
                        insert into catalog.edition (number, imported_at, imported_by, source, added, changed)
                        values (:number, :importedAt, :importedBy, :source, :added, :changed)
                        """).paramSource(edition).update();
        String rows = ContentJson.write(changes);
        jdbc.sql("""
                        update catalog.entry e set to_edition = :edition
                        from jsonb_to_recordset(:rows::jsonb) as c (kind text, key text)
                        where e.kind = c.kind and e.key = c.key and e.to_edition is null
                        """).param("edition", edition.number()).param("rows", rows).update();
        jdbc.sql("""
                        insert into catalog.entry (kind, key, version, ordinal, from_edition, digest, content)
                        select kind, key, version, ordinal, :edition, digest, content::jsonb
                        from jsonb_to_recordset(:rows::jsonb)
                            as c (kind text, key text, version int, ordinal int, digest text, content text)
                        """).param("edition", edition.number()).param("rows", rows).update();
    }

    /** All versions of a record, newest first. */
    <T> List<Version<T>> versions(EntryKind kind, String key, Class<T> type) {
        return jdbc.sql("""
                        select e.version, e.content, n.* from catalog.entry e
                        join catalog.edition n on n.number = e.from_edition
                        where e.kind = :kind and e.key = :key order by e.version desc
                        """)
                .param("kind", kind.word())
                .param("key", key)
                .query((row, index) -> new Version<>(
                        row.getInt("version"),
                        new Edition(
                                row.getInt("number"),
                                row.getObject("imported_at", OffsetDateTime.class),
                                row.getString("imported_by"),
                                row.getString("source"),
                                row.getInt("added"),
                                row.getInt("changed")),
                        ContentJson.read(row.getString("content"), type)))
                .list();
    }

    /** Newest first. */
    List<Edition> before(int number, int limit) {
        return jdbc.sql("""
                        select number, imported_at, imported_by, source, added, changed from catalog.edition
                        where number < :number order by number desc limit :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query(Edition.class)
                .list();
    }

    /** What editions brought, of each the records behind a place; those first that departments revise. */
    List<EditionRecord> records(Collection<Integer> editions, int after, int limit) {
        return jdbc.sql("""
                        select from_edition, kind, key, version, place, coalesce(content ->> 'name', key) as name
                        from (
                            select *, row_number() over (partition by from_edition
                                order by kind not in ('item', 'one_thing', 'window'), kind, ordinal) as place
                            from catalog.entry where from_edition = any(:editions)
                        ) as brought
                        where place > :after and place <= :after + :limit order by from_edition desc, place
                        """)
                .param("editions", editions.toArray(Integer[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new EditionRecord(
                        row.getInt("from_edition"),
                        row.getInt("place"),
                        EntryKind.of(row.getString("kind")).name(),
                        EntryKind.of(row.getString("kind")).label(),
                        row.getString("key"),
                        row.getString("name"),
                        row.getInt("version")))
                .list();
    }

    @Nullable
    String shippedDigest() {
        return jdbc.sql("select digest from catalog.shipped")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void rememberShipped(String digest) {
        jdbc.sql("""
                        insert into catalog.shipped (digest) values (:digest)
                        on conflict (only_row) do update set digest = excluded.digest
                        """).param("digest", digest).update();
    }

    /** Whether every edition came with the program, none from an owner. */
    boolean onlyShipped(String shipped) {
        return jdbc.sql("select not exists (select from catalog.edition where source <> :shipped)")
                .param("shipped", shipped)
                .query(Boolean.class)
                .single();
    }
}
