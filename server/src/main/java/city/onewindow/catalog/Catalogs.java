package city.onewindow.catalog;

import city.onewindow.audit.Audit;
import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.identity.DepartmentRef;
import city.onewindow.identity.WindowRef;
import city.onewindow.identity.Workplaces;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Followed;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Wordings;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalog's door: what the centre offers, by edition, and how a new edition comes in. */
@Service
public class Catalogs {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogs.class);

    private final Editions editions;
    private final OwnForms forms;
    private final Calendar calendar;
    private final Wordings wordings;
    private final Audit audit;
    private final Workplaces workplaces;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final LoadingCache<Integer, Catalog> loaded;
    private final Followed newest;

    Catalogs(
            Editions editions,
            OwnForms forms,
            Calendar calendar,
            Wordings wordings,
            Audit audit,
            Workplaces workplaces,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.editions = editions;
        this.forms = forms;
        this.calendar = calendar;
        this.wordings = wordings;
        this.audit = audit;
        this.workplaces = workplaces;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.loaded = Caffeine.newBuilder().maximumSize(32).build(editions::load);
        this.newest = new Followed(editions::current);
    }

    /** The edition that holds now, at most a second late; an empty catalog of edition 0 if nothing was ever imported. */
    public Catalog current() {
        return loaded.get(newest.number());
    }

    /**
     * The catalog as it was in an edition.
     *
     * @throws Problem.NotFound if there is no such edition yet
     */
    public Catalog at(int number) {
        if (number < 1 || number > newest.number() && number > newest.latest()) {
            throw new Problem.NotFound("没有第 " + number + " 版事项目录。");
        }
        return loaded.get(number);
    }

    /**
     * A department as it was in an edition; one that is newer than the edition as it is now, for to such a one a matter of an
     * older case may be handed over.
     */
    public Optional<Department> department(int edition, String code) {
        return at(edition).department(code).or(() -> current().department(code));
    }

    /** A window likewise: one that is newer than the edition may be handed an older application (转窗口). */
    public Optional<Window> window(int edition, String code) {
        return at(edition).window(code).or(() -> current().window(code));
    }

    /** What departments are called, by their code, for a case of that edition. */
    public UnaryOperator<String> departmentNames(int edition) {
        return code -> department(edition, code).map(Department::name).orElse(code);
    }

    /** All versions of an item, newest first; none if there never was one of the name. */
    public List<Version<Item>> itemVersions(String name) {
        return editions.versions(EntryKind.ITEM, name, Item.class);
    }

    /** All versions of a one-thing, newest first; none if there never was one of the name. */
    public List<Version<OneThing>> oneThingVersions(String name) {
        return editions.versions(EntryKind.ONE_THING, name, OneThing.class);
    }

    /** All versions of a window, newest first; none if there never was one of the code. */
    public List<Version<Window>> windowVersions(String code) {
        return editions.versions(EntryKind.WINDOW, code, Window.class);
    }

    /**
     * Imports a content directory: all of it, or, with one error, nothing of it. What the directory doesn't name stays.
     *
     * @param who the account that imports
     * @throws Problem.InvalidInput with every error, each as {@code file:line column: what is wrong, what is allowed}
     */
    public ImportReport importFrom(Path directory, String who) {
        try {
            if (!Files.isDirectory(directory)) {
                throw new Problem.InvalidInput("/directory", directory + " 不是目录，请给出内容文件所在的目录。");
            }
            return importFiles(ContentFiles.ofDirectory(directory), who);
        } catch (IOException wrong) {
            throw new Problem.InvalidInput("/directory", directory + " 读不出来：" + wrong.getMessage());
        }
    }

    /**
     * Loads the content that the program brings along, if it wasn't loaded yet or another version of the program brought
     * another one. Once an owner has imported something, the owner decides: a newer shipped content is left alone, but for
     * what an older program didn't know at all.
     */
    public void importShipped() {
        ContentFiles files = shipped();
        String digest = files.digest();
        if (digest.equals(editions.shippedDigest())) {
            return;
        }
        if (!editions.onlyShipped(ContentFiles.SHIPPED)) {
            LOG.warn("The content that comes with the program has changed; it isn't loaded over content that was"
                    + " imported here. To take it over, run: onewindow import content");
            importUnknownUntilNow(files);
            return;
        }
        ImportReport report = importFiles(files, "system");
        transaction.executeWithoutResult(status -> editions.rememberShipped(digest));
        LOG.info(
                "Loaded the shipped content: edition {}, {} records new, {} changed",
                report.edition(),
                report.added().size(),
                report.changed().size());
    }

    /**
     * Without laws the linter finds no dead reference, without translations English pages are Chinese, and without a wording
     * no document can be issued.
     */
    private void importUnknownUntilNow(ContentFiles files) {
        Content content = current().content();
        Set<String> unknown = new TreeSet<>();
        if (content.laws().isEmpty()) {
            unknown.add("laws.csv");
        }
        if (content.translations().isEmpty()) {
            unknown.add("translations.csv");
        }
        if (!wordings.isComplete()) {
            unknown.add("wordings.csv");
        }
        if (!unknown.isEmpty()) {
            importFiles(files.only(unknown), "system");
        }
    }

    private static ContentFiles shipped() {
        try {
            return ContentFiles.shipped();
        } catch (IOException wrong) {
            throw new UncheckedIOException("The shipped content can't be read", wrong);
        }
    }

    /** The catalog as it would be with these rows laid over the current one. */
    public Draft draft(ContentRows rows) {
        return read(rows, current().content());
    }

    private Draft read(ContentRows rows, Content loaded) {
        return ContentReader.read(rows, loaded, calendar.published(), forms::isKept);
    }

    /**
     * Takes rows in as an import takes a directory in: all of them, or, with one error, none.
     *
     * @param who the account that publishes
     * @param also what else must be true of the catalog as it would be, and done with its publication, in one transaction; throws if it
     *     may not be
     * @throws Problem.InvalidInput with every error
     */
    public ImportReport publish(ContentRows rows, String who, Consumer<NextEdition> also) {
        return importRead(loaded -> read(rows, loaded), rows.source(), who, also);
    }

    private ImportReport importFiles(ContentFiles files, String who) {
        return importRead(
                loaded -> ContentReader.read(files, loaded, calendar.published()), files.source(), who, next -> {});
    }

    private ImportReport importRead(
            Function<Content, Draft> read, String source, String who, Consumer<NextEdition> also) {
        ImportReport report = transaction.execute(status -> {
            editions.lock();
            int number = editions.current();
            Content before = editions.load(number).content();
            Draft draft = read.apply(before);
            if (!draft.faults().isEmpty()) {
                throw new Problem.InvalidInput(
                        draft.faults().stream().map(Catalogs::fault).toList());
            }
            ImportReport taken = take(draft, number, source, who);
            also.accept(new NextEdition(before, draft.content(), taken.edition(), taken.edition() > number));
            return taken;
        });
        newest.known(report.edition());
        wordings.follow();
        return report;
    }

    private static Fault fault(ContentFault fault) {
        return new Fault("/" + fault.file() + "/" + fault.line() + "/" + fault.column(), fault.text());
    }

    private ImportReport take(Draft draft, int number, String source, String who) {
        List<Editions.Change> changes = editions.changes(draft.content());
        Map<Boolean, List<ImportReport.Entry>> byNew = changes.stream()
                .collect(Collectors.partitioningBy(
                        change -> change.version() == 1,
                        Collectors.mapping(Editions.Change::entry, Collectors.toList())));
        List<ImportReport.Entry> added = byNew.getOrDefault(true, List.of());
        List<ImportReport.Entry> changed = byNew.getOrDefault(false, List.of());
        boolean calendarChanged = !draft.days().isEmpty() && calendar.replaceYears(draft.days());
        List<String> notices = draft.notices().stream().map(ContentFault::text).toList();
        if (calendarChanged) {
            audit.record(who, "calendar.import", "holidays", "from " + source);
        }
        List<String> worded = wordings.take(draft.wordings(), source, who, source.equals(ContentFiles.SHIPPED)).stream()
                .map(version -> version.document().title())
                .toList();
        if (changes.isEmpty()) {
            return new ImportReport(number, added, changed, calendarChanged, worded, notices);
        }
        Edition edition = new Edition(number + 1, OffsetDateTime.now(clock), who, source, added.size(), changed.size());
        forms.keep(draft.forms(), who);
        editions.add(edition, changes);
        tellWorkplaces(draft.content());
        audit.record(
                who,
                "catalog.import",
                "edition " + edition.number(),
                "added " + added.size() + ", changed " + changed.size() + ", from " + source);
        return new ImportReport(edition.number(), added, changed, calendarChanged, worded, notices);
    }

    private void tellWorkplaces(Content content) {
        workplaces.keep(
                content.departments().values().stream()
                        .map(department -> new DepartmentRef(department.code(), department.name()))
                        .toList(),
                content.windows().values().stream()
                        .map(window -> new WindowRef(window.code(), window.name(), window.leadDepartment()))
                        .toList());
    }
}
