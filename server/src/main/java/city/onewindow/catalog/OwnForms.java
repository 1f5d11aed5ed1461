package city.onewindow.catalog;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Departments' own forms, each content once. Whatever version of an item names one, can be had with it for ever; what was only drafted
 * goes with the draft. Who may keep, open or give up one is for the caller to say.
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

    /** Deletes those of a revision that was given up, but for what a version of an item or another revision names. */
    @Transactional
    public void forget(Collection<OwnForm> files, String who) {
        // An import that keeps the same content has named it before, or keeps it anew afterwards; a draft that has yet
        // to name it is told.
        jdbc.sql("lock table catalog.own_form in share row exclusive mode").update();
        jdbc.sql("""
                        delete from catalog.own_form as f
                        where f.digest = any(:digests)
                          and not exists (select from catalog.entry e where e.kind = 'item' and position(f.digest in e.content::text) > 0)
                          and not exists (select from catalog.revision r
                                          where r.status <> 'WITHDRAWN' and position(f.digest in concat(r.rows, r.base)) > 0)
                        returning f.digest
                        """)
                .param("digests", files.stream().map(OwnForm::digest).toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(digest -> audit.record(who, "form.forget", digest, ""));
    }

    /** @throws Problem.NotFound if it went with the draft for which it was kept */
    @Transactional(readOnly = true)
    public byte[] content(OwnForm file) {
        return jdbc.sql("select content from catalog.own_form where digest = :digest")
                .param("digest", file.digest())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("“" + file.name() + "”没有发布过，附它的修改撤回时已经删去。要用它，请在新的修改里重新附上。"));
    }
}
