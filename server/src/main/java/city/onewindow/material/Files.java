package city.onewindow.material;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Digests;
import city.onewindow.kernel.FileType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.kernel.UploadRules;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files' door. Who may hand in or open a file is for the caller to say, who knows the application it belongs to; that
 * it was opened is written down here.
 */
@Service
public class Files {

    /** What applicants may hand in: what shows the same to everybody, and runs nothing. */
    public static final UploadRules RULES =
            new UploadRules(20, Set.of(FileType.PDF, FileType.JPEG, FileType.PNG, FileType.OFD));

    private final FileTable table;
    private final Audit audit;
    private final Clock clock;

    Files(JdbcClient jdbc, Centre centre, Cipher cipher, Audit audit, Clock clock) {
        this.table = new FileTable(jdbc, centre.region(), cipher);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a file. The same content handed in again for the same application is the same file, whatever its name.
     *
     * @param subject number of the application that it is handed in for
     * @param who hands it in: an account, or "public"
     * @throws Problem.InvalidInput if it is empty, too large, of no known type, or named for another type; all at /file
     * @throws Problem.Conflict if the same account used the key for another file
     */
    @Transactional
    public StoredFile keep(Upload upload, String subject, String who, IdempotencyKey key) {
        FileType type = RULES.check(upload);
        StoredFile file = new StoredFile(
                UUID.randomUUID().toString(),
                subject,
                UploadRules.name(upload),
                type,
                upload.content().length,
                Digests.sm3(upload.content()),
                who,
                LocalDateTime.now(clock));
        if (table.insert(file, key)) {
            table.insertContent(file.id(), upload.content());
            audit.record(who, "file.keep", file.id(), subject);
            return file;
        }
        return known(file, key);
    }

    /**
     * Opens a file for somebody whom the caller found entitled.
     *
     * @param subject number of the application that it was handed in for, whose files the caller found them entitled to
     * @param who opens it: an account, or "public"
     * @throws Problem.NotFound if there is no such file, or it belongs to another application
     */
    @Transactional
    public OpenedFile open(String id, String subject, String who) {
        StoredFile file = table.byIds(List.of(id)).stream()
                .filter(found -> found.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("这件申请没有这个文件，可能链接不完整。请回到申请页面重新打开。"));
        audit.record(who, "file.open", id, file.subject());
        return new OpenedFile(file, table.content(file));
    }

    /** The files with these ids, in the order asked; those that don't exist are left out. */
    @Transactional(readOnly = true)
    public Map<String, StoredFile> describe(Collection<String> ids) {
        Map<String, StoredFile> found = new LinkedHashMap<>();
        List<StoredFile> files = table.byIds(ids);
        ids.forEach(id ->
                files.stream().filter(file -> file.id().equals(id)).findFirst().ifPresent(file -> found.put(id, file)));
        return found;
    }

    /** How large it is in pixels; empty if it is no picture. Nobody reads it by that. */
    @Transactional(readOnly = true)
    public Optional<Picture> picture(StoredFile file) {
        return Picture.of(table.content(file));
    }

    /** What was handed in for an application, in the order it came. */
    @Transactional(readOnly = true)
    public List<StoredFile> bySubject(String subject) {
        return table.bySubject(subject);
    }

    /** Deletes all that was handed in for an application that is deleted itself. */
    @Transactional
    public void forget(String subject, String who) {
        if (table.deleteOf(subject) > 0) {
            audit.record(who, "file.delete", subject, "");
        }
    }

    /** Deletes one file of an application, to which nothing of that refers any more. */
    @Transactional
    public void drop(String id, String subject, String who) {
        if (table.delete(id, subject)) {
            audit.record(who, "file.delete", id, subject);
        }
    }

    private StoredFile known(StoredFile file, IdempotencyKey key) {
        Optional<StoredFile> earlier = table.byKey(file.uploadedBy(), key);
        if (earlier.isPresent() && !isSame(earlier.get(), file)) {
            throw new Problem.Conflict("这次上传的防重复标识已用于另一个文件，没有保存。请刷新页面后重新上传。");
        }
        return earlier.or(() -> table.byDigest(file.subject(), file.digest())).orElseThrow();
    }

    private static boolean isSame(StoredFile one, StoredFile other) {
        return one.subject().equals(other.subject()) && one.digest().equals(other.digest());
    }
}
