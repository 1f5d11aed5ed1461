package city.onewindow.notice;

import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Followed;
import city.onewindow.kernel.Problem;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door of what documents say. A document takes the wording that holds when it is issued and keeps its text for ever: later versions
 * touch nothing that was issued.
 */
@Service
public class Wordings {

    private static final int LONGEST_REASON = 200;

    private final WordingTable table;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Followed count;
    private final LoadingCache<Integer, Map<WordedDocument, Holding>> loaded;

    Wordings(JdbcClient jdbc, Centre centre, Audit audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = new WordingTable(jdbc, centre.region());
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.count = new Followed(table::count);
        this.loaded = Caffeine.newBuilder().maximumSize(2).build(any -> read());
    }

    /** A version and what was read from it. */
    private record Holding(WordingVersion version, Wording wording) {}

    private Map<WordedDocument, Holding> read() {
        Map<WordedDocument, Holding> read = new EnumMap<>(WordedDocument.class);
        table.newest()
                .forEach(version -> read.put(
                        version.document(), new Holding(version, Wording.of(version.document(), version.text()))));
        return read;
    }

    /** What a document says that is issued now, by the wording that holds, at most a second late. */
    public List<Section> say(WordedDocument document, PlaceValues values) {
        return holding(document)
                .orElseThrow(() -> new IllegalStateException("There is no wording of " + document
                        + ". Maybe the content was never imported: onewindow import content"))
                .wording
                .with(values);
    }

    /** The version that holds; none before the first import. */
    public Optional<WordingVersion> current(WordedDocument document) {
        return holding(document).map(Holding::version);
    }

    private Optional<Holding> holding(WordedDocument document) {
        return Optional.ofNullable(loaded.get(count.number()).get(document));
    }

    /** Whether every document has one. */
    public boolean isComplete() {
        return loaded.get(count.latest()).size() == WordedDocument.values().length;
    }

    /** Newest first. */
    public List<WordingVersion> versions(WordedDocument document) {
        return table.versions(document);
    }

    /**
     * Publishes a wording; the same again changes nothing.
     *
     * @param read the version that its author had before him
     * @throws Problem.InvalidInput with every fault, at {@code /text} or {@code /reason}
     * @throws Problem.Conflict if somebody has published another one since
     */
    public WordingVersion publish(WordedDocument document, String text, String reason, int read, Actor actor) {
        actor.must(Role.MANAGER);
        Wording wording = Wording.of(document, text);
        WordingVersion before = table.versions(document).stream().findFirst().orElseThrow(() -> none(document));
        if (before.text().equals(wording.text())) {
            return before;
        }
        Problem.InvalidInput.refuse(faults(wording, reason.strip()));
        WordingVersion next = new WordingVersion(
                document, read + 1, wording.text(), reason.strip(), actor.account(), LocalDateTime.now(clock));
        transaction.executeWithoutResult(status -> {
            if (!table.add(next, false)) {
                throw overtaken(document);
            }
            audit.record(actor.account(), "wording.publish", document.name(), "version " + next.version());
        });
        count.latest();
        return next;
    }

    /** What is said of a document whose wording was never imported. */
    public static Problem.NotFound none(WordedDocument document) {
        return new Problem.NotFound("“" + document.title() + "”还没有用语，请先导入内容。");
    }

    private Problem.Conflict overtaken(WordedDocument document) {
        return overtakenBy(table.versions(document).get(0));
    }

    /** What is said to whoever read an earlier version and changed that one. */
    public static Problem.Conflict overtakenBy(WordingVersion newest) {
        return new Problem.Conflict(newest.publishedBy() + " 已经发布了“"
                + newest.document().title() + "”的版本 " + newest.version()
                + "（" + newest.reason() + "），您的修改没有发布。请与这一版对比后再发布。");
    }

    private static List<Fault> faults(Wording wording, String reason) {
        List<Fault> faults = new ArrayList<>();
        wording.faults().forEach(fault -> faults.add(new Fault("/text", fault.told())));
        if (reason.isEmpty()) {
            faults.add(new Fault("/reason", "请写明修改的理由。"));
        } else if (reason.length() > LONGEST_REASON) {
            faults.add(new Fault("/reason", "修改的理由最多 " + LONGEST_REASON + " 个字。"));
        }
        return faults;
    }

    /**
     * Takes in what a content directory says, in the caller's transaction, which holds the lock of imports.
     *
     * @param texts without faults
     * @param source where they come from
     * @param shipped they came with the program: what was changed here stays
     * @return the versions that are new
     */
    public List<WordingVersion> take(Map<WordedDocument, String> texts, String source, String who, boolean shipped) {
        List<WordingVersion> taken = new ArrayList<>();
        texts.forEach((document, text) -> {
            Optional<WordingVersion> before = table.versions(document).stream().findFirst();
            String tidy = Wording.tidy(text);
            if (before.filter(version -> version.text().equals(tidy)).isPresent()
                    || shipped && !table.isShipped(document)) {
                return;
            }
            int version = before.map(WordingVersion::version).orElse(0) + 1;
            WordingVersion next = new WordingVersion(
                    document, version, tidy, shipped ? "随程序提供" : "导入：" + source, who, LocalDateTime.now(clock));
            if (!table.add(next, shipped)) {
                throw overtaken(document);
            }
            taken.add(next);
        });
        if (!taken.isEmpty()) {
            audit.record(who, "wording.import", "wordings", taken.size() + ", from " + source);
        }
        return taken;
    }

    /** What {@link #take} took in holds from now on, here at once. */
    public void follow() {
        count.latest();
    }
}
