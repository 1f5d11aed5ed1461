package city.onewindow.catalog;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in. In JSON one flat object: {@code {"org_name": "…", "shareholders": [{"shareholder_name": "…"}]}}.
 *
 * @param texts by code of the data element; an empty text is no value and is left out
 * @param tables rows by code of the table element, each row texts by code of the column; empty rows are left out
 */
public record FormValues(Map<String, String> texts, Map<String, List<Map<String, String>>> tables) {

    public static final FormValues EMPTY = new FormValues(Map.of(), Map.of());

    public FormValues {
        Map<String, String> filled = filled(texts);
        Map<String, List<Map<String, String>>> kept = new LinkedHashMap<>();
        tables.forEach((code, rows) -> {
            List<Map<String, String>> full = rows.stream()
                    .map(FormValues::filled)
                    .filter(row -> !row.isEmpty())
                    .toList();
            if (!full.isEmpty()) {
                kept.put(code, full);
            }
        });
        texts = Collections.unmodifiableMap(filled);
        tables = Collections.unmodifiableMap(kept);
    }

    /** @throws Problem.InvalidInput with every value that is neither a text nor a list of objects of texts */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FormValues ofJson(Map<String, Object> json) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        json.forEach((code, value) -> {
            String place = "/form" + Fault.step(code);
            if (value instanceof List<?> rows) {
                tables.put(
                        code,
                        IntStream.range(0, rows.size())
                                .mapToObj(at -> row(place + "/" + at, rows.get(at), faults))
                                .toList());
            } else if (value != null) {
                texts.put(code, scalar(place, value, faults));
            }
        });
        Problem.InvalidInput.refuse(faults);
        return new FormValues(texts, tables);
    }

    @JsonValue
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>(texts);
        json.putAll(tables);
        return json;
    }

    /** The codes that have a value, sorted. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>(texts.keySet());
        codes.addAll(tables.keySet());
        return codes;
    }

    public FormValues without(Set<String> codes) {
        Map<String, String> otherTexts = new LinkedHashMap<>(texts);
        otherTexts.keySet().removeAll(codes);
        Map<String, List<Map<String, String>>> otherTables = new LinkedHashMap<>(tables);
        otherTables.keySet().removeAll(codes);
        return new FormValues(otherTexts, otherTables);
    }

    /** What stands in one field, or nothing. */
    public FormValues only(String code) {
        return new FormValues(
                texts.containsKey(code) ? Map.of(code, text(code)) : Map.of(),
                tables.containsKey(code) ? Map.of(code, rows(code)) : Map.of());
    }

    /** These values with others laid over them. */
    public FormValues with(Map<String, String> newTexts, Map<String, List<Map<String, String>>> newTables) {
        Map<String, String> allTexts = new LinkedHashMap<>(texts);
        allTexts.putAll(newTexts);
        Map<String, List<Map<String, String>>> allTables = new LinkedHashMap<>(tables);
        allTables.putAll(newTables);
        return new FormValues(allTexts, allTables);
    }

    public boolean has(String code) {
        return texts.containsKey(code) || tables.containsKey(code);
    }

    public String text(String code) {
        return texts.getOrDefault(code, "");
    }

    public List<Map<String, String>> rows(String code) {
        return tables.getOrDefault(code, List.of());
    }

    private static Map<String, String> filled(Map<String, String> texts) {
        Map<String, String> filled = new LinkedHashMap<>();
        texts.forEach((code, text) -> {
            if (!text.isBlank()) {
                filled.put(code, text.strip());
            }
        });
        return filled;
    }

    private static Map<String, String> row(String place, @Nullable Object row, List<Fault> faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (row instanceof Map<?, ?> cells) {
            cells.forEach((code, value) -> {
                if (value != null) {
                    texts.put(String.valueOf(code), scalar(place + Fault.step(String.valueOf(code)), value, faults));
                }
            });
        } else {
            faults.add(new Fault(place, "这里是表格的一行，应是一个对象，例如 {\"列名\": \"值\"}。"));
        }
        return texts;
    }

    private static String scalar(String place, Object value, List<Fault> faults) {
        if (!(value instanceof String || value instanceof Number)) {
            faults.add(new Fault(place, "这里的值应是文字，例如 \"…\"；是否类的值写 \"yes\" 或 \"no\"。"));
        }
        return String.valueOf(value);
    }
}
