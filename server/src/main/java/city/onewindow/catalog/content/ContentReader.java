package city.onewindow.catalog.content;

import city.onewindow.calendar.Holiday;
import city.onewindow.catalog.CodeSet;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Law;
import city.onewindow.catalog.LifeEvent;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.Region;
import city.onewindow.catalog.Stage;
import city.onewindow.catalog.Synonym;
import city.onewindow.catalog.Translation;
import city.onewindow.catalog.Window;
import city.onewindow.notice.WordedDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a content directory over what is loaded already. Rows add and replace, they never remove: an item's materials,
 * its fields, a one-thing's items, its questions, its effects and its examples are each replaced as a whole by the rows that name it.
 */
public final class ContentReader {

    private static final Map<String, List<String>> COLUMNS = columns();
    /** Columns that may be there too; of what a file has no column for, each record keeps what it had. */
    private static final Map<String, List<String>> OPTIONAL = Map.of(
            OneThingsFile.NAME, OneThingsFile.OPTIONAL,
            DepartmentsFile.NAME, DepartmentsFile.OPTIONAL,
            ItemsFile.NAME, ItemsFile.OPTIONAL,
            MaterialsFile.NAME, MaterialsFile.OPTIONAL,
            TopicsFile.NAME, TopicsFile.OPTIONAL,
            ParticularsFile.NAME, ParticularsFile.OPTIONAL,
            SynonymsFile.NAME, SynonymsFile.OPTIONAL);

    /** Lie beside the content, for tests of identifiers and of the search. */
    private static final Set<String> NOT_CONTENT = Set.of("id-test-vectors.csv", "search-queries.csv");

    private final Function<String, List<Row>> rows;
    private final Set<String> names;
    private final List<String> whole;
    private final FormCells forms;
    private final Content loaded;
    private final List<Holiday> published;
    private final Faults faults = new Faults();
    private final Origins origins = new Origins(faults);

    private ContentReader(ContentFiles files, Content loaded, List<Holiday> published) {
        this.rows = name -> sheet(files, name);
        this.names = files.files().keySet();
        this.whole = List.of();
        this.forms = FormCells.beside(files);
        this.loaded = loaded;
        this.published = published;
    }

    private ContentReader(ContentRows given, Content loaded, List<Holiday> published, Predicate<OwnForm> isKept) {
        this.rows = name -> lines(given, name);
        this.names = given.rows().keySet();
        this.whole = given.whole();
        this.forms = FormCells.kept(isKept);
        this.loaded = loaded;
        this.published = published;
    }

    /** Over a calendar that has no named days yet. */
    public static Draft read(ContentFiles files, Content loaded) {
        return read(files, loaded, List.of());
    }

    /** @param published the named days of the calendar as it stands */
    public static Draft read(ContentFiles files, Content loaded, List<Holiday> published) {
        return new ContentReader(files, loaded, published).read();
    }

    /** Rows that lie in no file and name only forms that are kept. */
    public static Draft read(ContentRows rows, Content loaded, List<Holiday> published) {
        return read(rows, loaded, published, form -> true);
    }

    /**
     * Rows that lie in no file; their lines are counted as {@link ContentRows} says.
     *
     * @param isKept whether a form that a row names is there to be had
     */
    public static Draft read(ContentRows rows, Content loaded, List<Holiday> published, Predicate<OwnForm> isKept) {
        return new ContentReader(rows, loaded, published, isKept).read();
    }

    /** The columns that a file has, or may have; none of a file that is none of the content's. */
    public static List<String> columns(String file) {
        return Stream.concat(
                        COLUMNS.getOrDefault(file, List.of()).stream(), OPTIONAL.getOrDefault(file, List.of()).stream())
                .toList();
    }

    private Draft read() {
        lookAtNames();
        List<Row> departmentRows = rows(DepartmentsFile.NAME);
        Map<String, Department> departments =
                over(loaded.departments(), DepartmentsFile.read(departmentRows, loaded.departments(), origins));
        Map<String, Window> windows =
                over(loaded.windows(), WindowsFile.read(rows(WindowsFile.NAME), departments, origins));
        Names names = new Names(departments, windows, origins);
        DepartmentsFile.checkWindows(departmentRows, names);
        Map<String, DataElement> elements =
                over(loaded.elements(), ElementsFile.read(rows(ElementsFile.NAME), origins));
        Map<String, LifeEvent> lifeEvents =
                over(loaded.lifeEvents(), LifeEventsFile.read(rows(LifeEventsFile.NAME), names));
        Map<String, Region> regions = over(loaded.regions(), RegionsFile.read(rows(RegionsFile.NAME)));
        Map<String, CodeSet> codeSets = over(loaded.codeSets(), CodesFile.read(rows(CodesFile.NAME)));
        Map<String, Synonym> synonyms =
                over(loaded.synonyms(), SynonymsFile.read(rows(SynonymsFile.NAME), loaded.synonyms()));
        Map<String, Law> laws = over(loaded.laws(), LawsFile.read(rows(LawsFile.NAME)));
        Map<String, Translation> translations =
                over(loaded.translations(), TranslationsFile.read(rows(TranslationsFile.NAME)));
        Map<String, Stage> stages = over(loaded.stages(), StagesFile.read(rows(StagesFile.NAME), origins));
        List<Holiday> days = HolidaysFile.read(rows(HolidaysFile.NAME), published);
        Map<WordedDocument, String> wordings = WordingsFile.read(rows(WordingsFile.NAME));

        Parts parts = parts(names, lifeEvents);
        Assembly assembly = new Assembly(loaded, parts, elements, lifeEvents);
        Content content = new Content(
                departments,
                windows,
                elements,
                assembly.items(),
                assembly.oneThings(),
                regions,
                codeSets,
                lifeEvents,
                synonyms,
                laws,
                translations,
                stages);
        check(content, parts);
        if (!origins.anyFaults()) {
            AnswerChecks.check(content, loaded, origins);
            ExampleChecks.check(content, loaded, origins);
        }
        forms.unnamed().forEach(name -> faults.notice(ContentFiles.FORMS + name, 1, "", "没有一份材料用到这个文件，没有导入"));
        return new Draft(content, days, wordings, forms.contents(), faults.faults(), faults.notices());
    }

    private Parts parts(Names names, Map<String, LifeEvent> lifeEvents) {
        Parts parts = new Parts(
                OneThingsFile.read(rows(OneThingsFile.NAME), names, loaded, origins),
                ItemsFile.read(rows(ItemsFile.NAME), names, loaded.items(), origins),
                ParticularsFile.read(rows(ParticularsFile.NAME), loaded.items()),
                MaterialsFile.read(rows(MaterialsFile.NAME), forms, loaded.items(), origins),
                FieldsFile.read(rows(FieldsFile.NAME), origins),
                SituationsFile.read(rows(SituationsFile.NAME), origins),
                EffectsFile.read(rows(EffectsFile.NAME), origins),
                ExamplesFile.read(rows(ExamplesFile.NAME), origins),
                DeclarationsFile.read(rows(DeclarationsFile.NAME), origins),
                TopicsFile.read(rows(TopicsFile.NAME), lifeEvents, loaded.oneThings()));
        whole.forEach(parts::nothingElseOf);
        return parts;
    }

    /** What refers to a file that couldn't be read whole isn't checked: one error shall not show as a hundred. */
    private void check(Content content, Parts parts) {
        if (faults.readable(ElementsFile.NAME)) {
            ElementChecks.check(content, origins);
        }
        if (!faults.readable(OneThingsFile.NAME)) {
            return;
        }
        OneThingChecks.check(content, parts, origins);
        ParticularsFile.check(content, parts);
        ChainChecks.check(content, parts);
        if (!faults.readable(ElementsFile.NAME, SituationsFile.NAME, FieldsFile.NAME)) {
            return;
        }
        QuestionChecks.check(content, origins);
        FieldChecks.check(content, origins);
        StagesFile.check(content, origins);
        if (faults.readable(MaterialsFile.NAME, EffectsFile.NAME)) {
            EffectChecks.check(content, parts.effects().demands(), origins);
            DeclarationsFile.check(content, parts, origins);
        }
    }

    private void lookAtNames() {
        if (COLUMNS.keySet().stream().noneMatch(names::contains)) {
            faults.add(".", 1, "", "目录中没有内容文件，可有：" + String.join("、", COLUMNS.keySet()));
        }
        names.stream()
                .filter(name -> !COLUMNS.containsKey(name)
                        && !NOT_CONTENT.contains(name)
                        && !name.startsWith(ContentFiles.FORMS))
                .forEach(name -> faults.notice(name, 1, "", "不是内容文件，没有导入" + Nearest.hint(name, COLUMNS.keySet())));
    }

    private List<Row> rows(String name) {
        return rows.apply(name);
    }

    private List<Row> sheet(ContentFiles files, String name) {
        byte[] bytes = files.files().get(name);
        return bytes == null
                ? List.of()
                : Sheet.rows(
                        name,
                        bytes,
                        COLUMNS.getOrDefault(name, List.of()),
                        OPTIONAL.getOrDefault(name, List.of()),
                        faults);
    }

    /** They say all that there is: a cell that nobody filled in is an empty one, and told if it must not be. */
    private List<Row> lines(ContentRows given, String name) {
        List<Row> lines = new ArrayList<>();
        for (Map<String, String> stated : given.of(name)) {
            Map<String, String> cells = new HashMap<>();
            columns(name).forEach(column -> cells.put(column, ""));
            cells.putAll(stated);
            lines.add(new Row(name, ContentRows.FIRST_LINE + lines.size(), cells, faults));
        }
        return lines;
    }

    private static <T> Map<String, T> over(Map<String, T> loaded, Map<String, T> read) {
        Map<String, T> merged = new LinkedHashMap<>(loaded);
        merged.putAll(read);
        return merged;
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(OneThingsFile.NAME, OneThingsFile.COLUMNS);
        columns.put(ItemsFile.NAME, ItemsFile.COLUMNS);
        columns.put(ParticularsFile.NAME, ParticularsFile.COLUMNS);
        columns.put(MaterialsFile.NAME, MaterialsFile.COLUMNS);
        columns.put(FieldsFile.NAME, FieldsFile.COLUMNS);
        columns.put(SituationsFile.NAME, SituationsFile.COLUMNS);
        columns.put(EffectsFile.NAME, EffectsFile.COLUMNS);
        columns.put(ExamplesFile.NAME, ExamplesFile.COLUMNS);
        columns.put(DeclarationsFile.NAME, DeclarationsFile.COLUMNS);
        columns.put(ElementsFile.NAME, ElementsFile.COLUMNS);
        columns.put(DepartmentsFile.NAME, DepartmentsFile.COLUMNS);
        columns.put(WindowsFile.NAME, WindowsFile.COLUMNS);
        columns.put(HolidaysFile.NAME, HolidaysFile.COLUMNS);
        columns.put(CodesFile.NAME, CodesFile.COLUMNS);
        columns.put(RegionsFile.NAME, RegionsFile.COLUMNS);
        columns.put(TopicsFile.NAME, TopicsFile.COLUMNS);
        columns.put(LifeEventsFile.NAME, LifeEventsFile.COLUMNS);
        columns.put(SynonymsFile.NAME, SynonymsFile.COLUMNS);
        columns.put(LawsFile.NAME, LawsFile.COLUMNS);
        columns.put(TranslationsFile.NAME, TranslationsFile.COLUMNS);
        columns.put(WordingsFile.NAME, WordingsFile.COLUMNS);
        columns.put(StagesFile.NAME, StagesFile.COLUMNS);
        return columns;
    }
}
