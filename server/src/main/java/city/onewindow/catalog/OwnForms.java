package city.onewindow.catalog;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Departments' own forms, each content once, and for ever: whatever version of an item names one, can be had with it. Who may keep or
 * open one is for the caller to say.
 */
@Service
public class OwnForms {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    OwnForms(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem.InvalidInput if it may not be such a file, at /file */
    @Transactional
    public OwnForm keep(FormPaper paper, Upload upload, String who) {
        OwnForm file = OwnForm.of(paper, upload);
        keep(file, upload.content(), who);
        return file;
    }

    void keep(Map<OwnForm, byte[]> files, String who) {
        files.forEach((file, content) -> keep(file, content, who));
    }

    private void keep(OwnForm file, byte[] content, String who) {
        int added = jdbc.sql("""
                        insert into catalog.own_form (digest, type, size, content, kept_by, kept_at)
                        values (:digest, :type, :size, :content, :who, :at)
                        on conflict do nothing
                        """)
                .param("digest", file.digest())
                .param("type", file.type().orElseThrow().name())
                .param("size", file.size())
                .param("content", content)
                .param("who", who)
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (added == 1) {
            audit.record(who, "form.keep", file.digest(), file.name());
        }
    }

    /** Whether its content is here, of that size and fit for that name. */
    boolean isKept(OwnForm file) {
        return jdbc.sql("select type from catalog.own_form where digest = :digest and size = :size")
                .param("digest", file.digest())
                .param("size", file.size())
                .query(String.class)
                .optional()
                .filter(type -> file.type().map(Enum::name).orElse("").equals(type))
                .isPresent();
    }

    @Transactional(readOnly = true)
    public byte[] content(OwnForm file) {
        return jdbc.sql("select content from catalog.own_form where digest = :digest")
                .param("digest", file.digest())
                .query(byte[].class)
                .single();
    }
}
