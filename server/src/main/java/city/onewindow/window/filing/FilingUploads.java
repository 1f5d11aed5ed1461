package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Digests;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for a file that is handed in: a table of annexes 1–3, read and checked before its sender sees what it says. The file
 * belongs to this room from then on, which deletes it.
 */
@Service
public class FilingUploads {

    private static final int LONGEST_NAME = 200;

    /** A program is answered with the preview; of the few files that take longer, with the number to ask for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FilingTable table;
    private final CurrentRound current;
    private final Readings readings;
    private final Filings filings;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FilingUploads(
            FilingTable table,
            CurrentRound current,
            Readings readings,
            Filings filings,
            Catalogs catalogs,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.current = current;
        this.readings = readings;
        this.filings = filings;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param reading null if it was begun before */
    private record Begun(long id, @Nullable Future<?> reading) {}

    /**
     * Takes a file to be read; {@link Filings#get} tells how far that has come.
     *
     * @return the filing's number
     * @throws Problem.InvalidInput if the file is no spreadsheet that can be read
     */
    public long upload(Annex annex, String code, String fileName, Path file, Actor actor) {
        return begun(annex, code, fileName, file, null, actor).id();
    }

    /**
     * The same for those who wait for the result; the same file under the same key is one.
     *
     * @return as it was read; or, of a large file, still being read
     * @throws Problem.InvalidInput if the file as a whole can't be taken, with every reason
     */
    public Filing preview(Annex annex, String code, String fileName, Path file, IdempotencyKey key, Actor actor) {
        Begun begun = begun(annex, code, fileName, file, key, actor);
        if (begun.reading() != null) {
            await(begun.reading());
        }
        Filing filing = filings.get(begun.id(), actor);
        if (filing.status() == FilingStatus.REFUSED) {
            throw new Problem.InvalidInput(filing.refusals().stream()
                    .map(reason -> new Fault(Refused.POINTER, reason))
                    .toList());
        }
        return filing;
    }

    private static void await(Future<?> reading) {
        try {
            reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException readLater) {
            // How it stands lies in the database, whatever became of the reading.
            return;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private Begun begun(
            Annex annex, String code, String fileName, Path file, @Nullable IdempotencyKey key, Actor actor) {
        boolean taken = false;
        try {
            Target target = Target.of(catalogs.current(), annex, code);
            mustUpload(target, actor);
            SpreadsheetFile.mustBeSpreadsheet(plain(fileName), file);
            String digest = key == null ? null : digest(target, file);
            Optional<Begun> before = before(key, digest, actor);
            if (before.isPresent()) {
                return before.get();
            }
            Begun begun = begin(target, plain(fileName), file, key, digest, actor);
            taken = begun.reading() != null;
            return begun;
        } finally {
            if (!taken) {
                file.toFile().delete();
            }
        }
    }

    private Begun begin(
            Target target,
            String fileName,
            Path file,
            @Nullable IdempotencyKey key,
            @Nullable String digest,
            Actor actor) {
        try {
            Long id = transaction.execute(status -> {
                Round round = current.kept();
                current.replaceable(round, target);
                long filing = table.add(round.id(), target, fileName, key, digest, actor, clock.instant());
                audit.record(actor.account(), "filing.upload", Filings.said(target), String.valueOf(filing));
                return filing;
            });
            return new Begun(id, readings.begin(id, file, target));
        } catch (DuplicateKeyException atOnce) {
            return before(key, digest, actor).orElseThrow(() -> atOnce);
        }
    }

    /** What the same upload began before. */
    private Optional<Begun> before(@Nullable IdempotencyKey key, @Nullable String digest, Actor actor) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<FilingTable.Keyed> before = table.keyed(actor, key);
        before.filter(other -> !Objects.equals(other.digest(), digest)).ifPresent(other -> {
            throw IdempotencyKey.used("另一次上传（编号 " + other.id() + "）");
        });
        return before.map(same -> new Begun(same.id(), null));
    }

    private static String digest(Target target, Path file) {
        try {
            return Digests.sm3(target.choice() + " " + Digests.sm3(file));
        } catch (IOException gone) {
            throw new UncheckedIOException("An upload that was put aside can't be read", gone);
        }
    }

    private static String plain(String fileName) {
        String path = fileName.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static void mustUpload(Target target, Actor actor) {
        if (!target.isUploadedBy(actor)) {
            throw new Problem.NotAllowed("附件" + target.annex().number() + "“" + target.name() + "”由它的部门的"
                    + target.annex().filedBy().term() + "报送，您的账号不是。请联系该部门。");
        }
    }
}
