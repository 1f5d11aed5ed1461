package city.onewindow.notice;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wordings of one centre in their table. */
record WordingTable(JdbcClient jdbc, String region) {

    /** Grows with every version. */
    int count() {
        return jdbc.sql("select count(*) from notice.wording where region = :region")
                .param("region", region)
                .query(Integer.class)
                .single();
    }

    /** The newest of each document; of one that only a newer program knows, none. */
    List<WordingVersion> newest() {
        return jdbc.sql("""
                        select distinct on (document) document, version, text, reason, published_by, published_at
                        from notice.wording where region = :region and document in (:known) order by document, version desc
                        """)
                .param("region", region)
                .param(
                        "known",
                        Arrays.stream(WordedDocument.values()).map(Enum::name).toList())
                .query(WordingVersion.class)
                .list();
    }

    /** Newest first. */
    List<WordingVersion> versions(WordedDocument document) {
        return jdbc.sql("""
                        select document, version, text, reason, published_by, published_at
                        from notice.wording where region = :region and document = :document order by version desc
                        """)
                .param("region", region)
                .param("document", document.name())
                .query(WordingVersion.class)
                .list();
    }

    /** Whether the newest came with the program; so, too, if there is none yet. */
    boolean isShipped(WordedDocument document) {
        return jdbc.sql("""
                        select shipped from notice.wording where region = :region and document = :document
                        order by version desc limit 1
                        """)
                .param("region", region)
                .param("document", document.name())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** @return whether it was the version after the newest */
    boolean add(WordingVersion next, boolean shipped) {
        return jdbc.sql("""
                        insert into notice.wording (region, document, version, text, reason, published_by, published_at, shipped)
                        select :region, :document, :version, :text, :reason, :by, :at, :shipped
                        where :version = 1 + (select coalesce(max(version), 0) from notice.wording
                                              where region = :region and document = :document)
                        on conflict do nothing
                        """)
                        .param("region", region)
                        .param("document", next.document().name())
                        .param("version", next.version())
                        .param("text", next.text())
                        .param("reason", next.reason())
                        .param("by", next.publishedBy())
                        .param("at", next.publishedAt())
                        .param("shipped", shipped)
                        .update()
                == 1;
    }
}
