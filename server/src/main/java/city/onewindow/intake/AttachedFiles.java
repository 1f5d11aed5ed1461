package city.onewindow.intake;

import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import city.onewindow.material.OpenedFile;
import city.onewindow.material.StoredFile;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files that an applicant hands in online: by the counter's checks of each, and no more than one application can need. */
@Component
class AttachedFiles {

    static final int MOST = 100;
    static final int MOST_MEGABYTES = 200;

    private static final long MOST_BYTES = MOST_MEGABYTES * 1024L * 1024;
    private static final String WHO = OnlineGate.APPLICANT.account();

    private final Files files;
    private final Applications applications;
    private final MaterialChecks checks;
    private final Clock clock;

    AttachedFiles(Files files, Applications applications, MaterialChecks checks, Clock clock) {
        this.files = files;
        this.applications = applications;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, under the application's lock: so of many at once each counts the others, and none is left behind by
     * what is deleted meanwhile.
     *
     * @throws Problem.InvalidInput at /file if one is not taken in, or they are too many or too large together
     * @throws Problem.Conflict if the application is deleted
     */
    List<UUID> keep(String number, List<Upload> sent) {
        applications.lock(number);
        List<StoredFile> there = files.bySubject(number);
        long bytes = there.stream().mapToLong(StoredFile::size).sum()
                + sent.stream().mapToLong(file -> file.content().length).sum();
        if (there.size() + sent.size() > MOST || bytes > MOST_BYTES) {
            throw new Problem.InvalidInput(
                    "/file", "一件申请最多上传 " + MOST + " 个文件，合计不超过 " + MOST_MEGABYTES + " MB，再传就超过了。其余材料请带到窗口。");
        }
        return sent.stream()
                .map(file -> files.keep(
                        file, number, WHO, new IdempotencyKey(UUID.randomUUID().toString())))
                .map(kept -> UUID.fromString(kept.id()))
                .toList();
    }

    /** The files of a material from now on; which review points were met is to be looked at anew. */
    void replace(Dossier dossier, String key, List<UUID> ids) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (ids.isEmpty()) {
            checks.remove(dossier.application(), key, now);
        } else {
            checks.save(dossier.application(), new CheckedMaterial(key, Way.FILE, List.of(), "", ids), now);
        }
    }

    /** Deletes what nothing of the application refers to: what was taken off again, or was no value that the form takes (个人信息保护法 第四十七条). */
    void dropUnused(Application application) {
        Set<String> used = new HashSet<>(application.form().texts().values());
        application.materials().values().forEach(material -> material.files().forEach(id -> used.add(id.toString())));
        files.bySubject(application.number()).stream()
                .filter(file -> !used.contains(file.id()))
                .forEach(file -> files.drop(file.id(), application.number(), WHO));
    }

    OpenedFile open(String number, String id) {
        return files.open(id, number, WHO);
    }
}
