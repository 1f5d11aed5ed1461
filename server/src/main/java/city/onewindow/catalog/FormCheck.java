package city.onewindow.catalog;

import city.onewindow.kernel.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks what was filled in against a merged form. Pure: the same for the page, the API and the acceptance.
 *
 * <p>Pointers are {@code /form/element} and {@code /form/table/row/column}, rows from 0.
 */
public final class FormCheck {

    private final Catalog catalog;
    private final Merge merge;
    /** Those that somebody fills in, by code of their element. */
    private final Map<String, MergedField> asked;

    private final @Nullable LocalDate today;
    private final CheckWords words;

    /** Of no day in particular, as examples are: what lies in the future then passes. */
    public FormCheck(Catalog catalog, Merge merge) {
        this(catalog, merge, asked(merge), null, CheckWords.CHINESE);
    }

    private FormCheck(
            Catalog catalog, Merge merge, Map<String, MergedField> asked, @Nullable LocalDate today, CheckWords words) {
        this.catalog = catalog;
        this.merge = merge;
        this.asked = asked;
        this.today = today;
        this.words = words;
    }

    private static Map<String, MergedField> asked(Merge merge) {
        return merge.fields().stream()
                .filter(field -> field.given().isEmpty())
                .collect(Collectors.toMap(field -> field.element().code(), Function.identity()));
    }

    /** The same of what is filled in today. */
    public FormCheck on(LocalDate today) {
        return new FormCheck(catalog, merge, asked, today, words);
    }

    /** The same, told in other words. */
    public FormCheck saying(CheckWords words) {
        return new FormCheck(catalog, merge, asked, today, words);
    }

    /** What is wrong with the values that are there; what is still missing is no fault. */
    public List<Fault> faults(FormValues values) {
        return faults(values, known(values));
    }

    private List<Fault> faults(FormValues values, Map<String, String> known) {
        List<Fault> faults = new ArrayList<>();
        values.texts()
                .forEach((code, text) -> asked(code)
                        .ifPresentOrElse(
                                field -> fault(field.element(), text, known)
                                        .ifPresent(reason -> faults.add(new Fault("/form/" + code, reason))),
                                () -> faults.add(unknown(code))));
        values.tables()
                .forEach((code, rows) -> asked(code)
                        .ifPresentOrElse(
                                field -> faults.addAll(tableFaults(field.element(), rows)),
                                () -> faults.add(unknown(code))));
        return faults;
    }

    /**
     * Everything that stands between these values and acceptance: what is wrong and what is missing. What was kept from
     * before the errand was revised, and no longer counts, stands in nobody's way.
     */
    public List<Fault> open(FormValues values) {
        Map<String, String> known = known(values);
        FormValues counting = counting(values, known);
        List<Fault> open = new ArrayList<>(faults(counting, known));
        merge.fields().stream()
                .filter(MergedField::isAsked)
                .filter(field -> field.mandatoryWhen().holds(known))
                .filter(field -> !counting.has(field.element().code()))
                .map(field -> new Fault("/form/" + field.element().code(), words.missing(field.element())))
                .forEach(open::add);
        counting.tables()
                .forEach((code, rows) ->
                        asked(code).ifPresent(field -> open.addAll(missingCells(field.element(), rows))));
        counting.tables()
                .forEach((code, rows) ->
                        asked(code).ifPresent(field -> open.addAll(wrongTotals(field.element(), rows))));
        open.addAll(wrongOrder(counting, known));
        return open;
    }

    private Optional<String> fault(DataElement element, String text, Map<String, String> beside) {
        return new FieldCheck(element, words)
                .fault(text, beside)
                .or(() -> today == null ? Optional.empty() : DateCheck.againstToday(today, element, text, words));
    }

    /** Ends before their beginning, told only before acceptance: whoever moves both types one after the other. */
    private List<Fault> wrongOrder(FormValues values, Map<String, String> known) {
        List<Fault> wrong = new ArrayList<>();
        values.texts()
                .forEach((code, text) ->
                        order(code, text, known, "/form/" + code).ifPresent(wrong::add));
        values.tables().forEach((code, rows) -> {
            for (int at = 0; at < rows.size(); at++) {
                Map<String, String> row = rows.get(at);
                String line = "/form/" + code + "/" + at + "/";
                row.forEach((column, text) ->
                        order(column, text, row, line + column).ifPresent(wrong::add));
            }
        });
        return wrong;
    }

    private Optional<Fault> order(String code, String text, Map<String, String> beside, String place) {
        return catalog.element(code)
                .flatMap(element -> DateCheck.order(element, text, beside, catalog, words))
                .map(reason -> new Fault(place, reason));
    }

    /** The values that count: of fields that are shown, without those that a changed answer has hidden. */
    public FormValues applicable(FormValues values) {
        return applicable(values, known(values));
    }

    private FormValues applicable(FormValues values, Map<String, String> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        merge.fields().stream()
                .filter(field -> field.shownWhen().holds(known))
                .map(field -> field.element().code())
                .forEach(code -> {
                    if (values.tables().containsKey(code)) {
                        tables.put(code, values.rows(code));
                    } else if (known.containsKey(code)) {
                        texts.put(code, known.getOrDefault(code, ""));
                    }
                });
        return new FormValues(texts, tables);
    }

    /** Those of the values that count, without what the answers say. */
    public FormValues counting(FormValues values) {
        return counting(values, known(values));
    }

    private FormValues counting(FormValues values, Map<String, String> known) {
        return applicable(values, known)
                .without(merge.fields().stream()
                        .filter(field -> !field.given().isEmpty())
                        .map(field -> field.element().code())
                        .collect(Collectors.toSet()));
    }

    /**
     * What conditions may ask for: the answers, the elements that answers fill, and the values of fields that are shown. A
     * value that a changed one has hidden decides over nothing, as on the page.
     */
    public Map<String, String> known(FormValues values) {
        Map<String, String> said = new LinkedHashMap<>(merge.errand().answers());
        merge.fields().stream()
                .filter(field -> !field.given().isEmpty())
                .forEach(field -> said.put(field.element().code(), field.given()));
        Map<String, String> known = said;
        // Each round shows at least one more field, or nothing changes any more.
        for (int round = 0; round <= merge.fields().size(); round++) {
            Map<String, String> more = new LinkedHashMap<>(shown(values, known));
            more.putAll(said);
            if (more.equals(known)) {
                break;
            }
            known = more;
        }
        return known;
    }

    private Map<String, String> shown(FormValues values, Map<String, String> known) {
        Map<String, String> shown = new LinkedHashMap<>();
        merge.fields().stream()
                .filter(field -> field.shownWhen().holds(known))
                .map(field -> field.element().code())
                .filter(values.texts()::containsKey)
                .forEach(code -> shown.put(code, values.text(code)));
        return shown;
    }

    private Optional<MergedField> asked(String code) {
        return Optional.ofNullable(asked.get(code));
    }

    private Fault unknown(String code) {
        return new Fault("/form" + Fault.step(code), words.unknown(code));
    }

    private List<Fault> tableFaults(DataElement table, List<Map<String, String>> rows) {
        List<Fault> faults = new ArrayList<>();
        String place = "/form/" + table.code();
        if (table.type() != FieldType.TABLE) {
            return List.of(new Fault(place, words.noTable(table)));
        }
        if (rows.size() < table.constraint().minRows()) {
            faults.add(
                    new Fault(place, words.tooFewRows(table, table.constraint().minRows())));
        }
        Set<String> columns = new TreeSet<>(table.constraint().columns());
        for (int at = 0; at < rows.size(); at++) {
            Map<String, String> row = rows.get(at);
            String line = place + "/" + at;
            row.forEach((column, text) -> {
                if (columns.contains(column)) {
                    fault(catalog.element(column).orElseThrow(), text, row)
                            .ifPresent(reason -> faults.add(new Fault(line + Fault.step(column), reason)));
                } else {
                    faults.add(new Fault(line + Fault.step(column), words.noColumn(table, column)));
                }
            });
        }
        return faults;
    }

    /**
     * Columns that don't add up, told only once each row has its number: as long as rows are added, no total is right. A
     * share of a third can't be written exactly, so each row may be out by one hundredth.
     */
    private List<Fault> wrongTotals(DataElement table, List<Map<String, String>> rows) {
        List<Fault> wrong = new ArrayList<>();
        for (String code : table.constraint().columns()) {
            DataElement column = catalog.element(code).orElseThrow();
            BigDecimal total = column.constraint().total();
            FieldCheck check = new FieldCheck(column);
            if (total == null
                    || !rows.stream()
                            .allMatch(row -> row.containsKey(code)
                                    && check.refusal(row.getOrDefault(code, ""), row)
                                            .isEmpty())) {
                continue;
            }
            BigDecimal sum = rows.stream()
                    .map(row -> new BigDecimal(row.getOrDefault(code, "")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.subtract(total).abs().compareTo(BigDecimal.valueOf(rows.size(), 2)) > 0) {
                wrong.add(new Fault("/form/" + table.code(), words.wrongTotal(table, column, sum, total)));
            }
        }
        return wrong;
    }

    private List<Fault> missingCells(DataElement table, List<Map<String, String>> rows) {
        List<Fault> missing = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            for (String column : table.constraint().columns()) {
                if (table.constraint().demands(column) && !rows.get(at).containsKey(column)) {
                    missing.add(new Fault(
                            "/form/" + table.code() + "/" + at + "/" + column,
                            words.missingCell(
                                    table, at + 1, catalog.element(column).orElseThrow())));
                }
            }
        }
        return missing;
    }
}
