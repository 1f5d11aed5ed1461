package city.onewindow.material;

import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.FileType;
import city.onewindow.kernel.IdempotencyKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of one centre in their tables; names and contents are sealed, each for its place. */
record FileTable(JdbcClient jdbc, String region, Cipher cipher) {

    /** Large files are opened piece by piece, so that a slow reader holds half a megabyte and no more. */
    private static final int PIECE = 512 * 1024;

    private static final String SHOWN = """
            select id, subject, name, type, size, digest, uploaded_by, uploaded_at
            from material.file
            where region = :region and
            """;

    /** False if the key, or the same content for the same application, is there already. */
    boolean insert(StoredFile file, IdempotencyKey key) {
        return jdbc.sql("""
                                insert into material.file
                                    (region, id, subject, name, type, size, digest, uploaded_by, uploaded_at,
                                     idempotency_key)
                                values (:region, :id, :subject, :name, :type, :size, :digest, :by, :at, :key)
                                on conflict do nothing
                                """)
                        .param("region", region)
                        .param("id", file.id())
                        .param("subject", file.subject())
                        .param("name", cipher.seal(file.name()))
                        .param("type", file.type().name())
                        .param("size", file.size())
                        .param("digest", file.digest())
                        .param("by", file.uploadedBy())
                        .param("at", file.uploadedAt())
                        .param("key", key.value())
                        .update()
                == 1;
    }

    void insertContent(String id, byte[] content) {
        for (int number = 0; number < pieces(content.length); number++) {
            int from = number * PIECE;
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length));
            jdbc.sql("""
                            insert into material.piece (region, file, number, content)
                            values (:region, :file, :number, :content)
                            """)
                    .param("region", region)
                    .param("file", id)
                    .param("number", number)
                    .param("content", cipher.seal(piece, place(id, number)))
                    .update();
        }
    }

    /** Reads on as it is read. */
    InputStream content(StoredFile file) {
        Iterator<InputStream> pieces = IntStream.range(0, pieces(file.size()))
                .<InputStream>mapToObj(number -> new ByteArrayInputStream(piece(file.id(), number)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return pieces.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return pieces.next();
            }
        });
    }

    List<StoredFile> byIds(Collection<String> ids) {
        return jdbc.sql(SHOWN + "id = any(:ids)")
                .param("region", region)
                .param("ids", ids.toArray(String[]::new))
                .query(this::file)
                .list();
    }

    List<StoredFile> bySubject(String subject) {
        return jdbc.sql(SHOWN + "subject = :subject order by uploaded_at, id")
                .param("region", region)
                .param("subject", subject)
                .query(this::file)
                .list();
    }

    Optional<StoredFile> byKey(String who, IdempotencyKey key) {
        return jdbc.sql(SHOWN + "uploaded_by = :who and idempotency_key = :key")
                .param("region", region)
                .param("who", who)
                .param("key", key.value())
                .query(this::file)
                .optional();
    }

    Optional<StoredFile> byDigest(String subject, String digest) {
        return jdbc.sql(SHOWN + "subject = :subject and digest = :digest")
                .param("region", region)
                .param("subject", subject)
                .param("digest", digest)
                .query(this::file)
                .optional();
    }

    /** @return how many files went, pieces and all */
    int deleteOf(String subject) {
        jdbc.sql("""
                        delete from material.piece p using material.file f
                        where f.region = :region and f.subject = :subject and p.region = f.region and p.file = f.id
                        """).param("region", region).param("subject", subject).update();
        return jdbc.sql("delete from material.file where region = :region and subject = :subject")
                .param("region", region)
                .param("subject", subject)
                .update();
    }

    /** @return whether there was such a file */
    boolean delete(String id, String subject) {
        jdbc.sql("""
                        delete from material.piece p using material.file f
                        where f.region = :region and f.subject = :subject and f.id = :id and p.region = f.region and p.file = f.id
                        """)
                .param("region", region)
                .param("subject", subject)
                .param("id", id)
                .update();
        return jdbc.sql("delete from material.file where region = :region and subject = :subject and id = :id")
                        .param("region", region)
                        .param("subject", subject)
                        .param("id", id)
                        .update()
                == 1;
    }

    private byte[] piece(String id, int number) {
        byte[] sealed = jdbc.sql("""
                        select content from material.piece
                        where region = :region and file = :file and number = :number
                        """)
                .param("region", region)
                .param("file", id)
                .param("number", number)
                .query(byte[].class)
                .single();
        return cipher.open(sealed, place(id, number));
    }

    private StoredFile file(ResultSet row, int n) throws SQLException {
        return new StoredFile(
                row.getString("id"),
                row.getString("subject"),
                cipher.openText(row.getBytes("name")),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("digest"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", LocalDateTime.class));
    }

    private static int pieces(long size) {
        return (int) ((size + PIECE - 1) / PIECE);
    }

    private static String place(String id, int number) {
        return "material.piece " + id + " " + number;
    }
}
