package city.onewindow.intake.web;

import city.onewindow.catalog.CheckWords;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.frame.RowTable;
import city.onewindow.intake.Dossier;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page sent of a form, read against what the form asks for. What was not sent is not touched; what was sent empty is
 * cleared, and so are ticks and rows that were all taken away, which no browser can send.
 *
 * @param values those sent, right or wrong
 * @param cleared codes whose value is taken away
 * @param places of each table the numbers that its filled rows have on the page, for empty rows between them don't count
 */
record TypedForm(FormValues values, Set<String> cleared, Map<String, List<Integer>> places) {

    private static final Pattern CELL = Pattern.compile("([^\\[]+)\\[(\\d{1,4})]\\..+");

    static final TypedForm NOTHING = new TypedForm(FormValues.EMPTY, Set.of(), Map.of());

    /** @param codes the fields that were sent */
    static TypedForm read(Dossier dossier, Map<String, String[]> sent, Set<String> codes) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        Set<String> silent = new LinkedHashSet<>();
        List<MergedField> asked = dossier.merge().fields().stream()
                .filter(MergedField::isAsked)
                .filter(field -> codes.contains(field.element().code()))
                .toList();
        for (MergedField field : asked) {
            String code = field.element().code();
            if (field.element().type() == FieldType.TABLE) {
                tables.put(code, RowTable.read(code, sent));
            } else if (sent.containsKey(code)) {
                texts.put(code, String.join("|", sent.get(code)));
            } else if (field.element().type() == FieldType.MULTICHOICE) {
                silent.add(code);
            }
        }
        FormValues values = new FormValues(texts, tables);
        FormValues with = dossier.application().form().without(silent).with(values.texts(), values.tables());
        Map<String, String> known = dossier.check().known(with);
        Set<String> cleared = asked.stream()
                .filter(field -> field.shownWhen().holds(known))
                .map(field -> field.element().code())
                .filter(code -> !values.has(code))
                .filter(code -> texts.containsKey(code) || tables.containsKey(code) || silent.contains(code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new TypedForm(values, cleared, places(sent, tables.keySet()));
    }

    /** The form with this laid over it. */
    FormValues over(FormValues form) {
        return form.without(cleared).with(values.texts(), values.tables());
    }

    /** What is wrong with the form once this is laid over it, in these words. */
    List<Fault> faults(Dossier dossier, CheckWords words) {
        FormValues counting =
                dossier.check().counting(over(dossier.application().form()));
        return dossier.check().saying(words).faults(counting.with(values.texts(), values.tables()));
    }

    /** Only what is right, and differs from what is there. */
    TypedForm worthKeeping(FormValues form, List<Fault> faults) {
        Set<String> not = faults.stream().map(TypedForm::codeOf).collect(Collectors.toCollection(TreeSet::new));
        values.texts().forEach((code, text) -> {
            if (text.equals(form.text(code))) {
                not.add(code);
            }
        });
        values.tables().forEach((code, rows) -> {
            if (rows.equals(form.rows(code))) {
                not.add(code);
            }
        });
        Set<String> gone = cleared.stream().filter(form::has).collect(Collectors.toSet());
        return new TypedForm(values.without(not), gone, places);
    }

    boolean isEmpty() {
        return values.codes().isEmpty() && cleared.isEmpty();
    }

    static String codeOf(Fault fault) {
        return fault.pointer().split("/", -1)[2];
    }

    /** Id of the input on the page that a fault belongs to. */
    String inputOf(Fault fault) {
        String[] steps = fault.pointer().split("/", -1);
        if (steps.length < 5) {
            return "f-" + steps[2];
        }
        List<Integer> rows = places.getOrDefault(steps[2], List.of());
        int row = Integer.parseInt(steps[3]);
        return "f-" + steps[2] + "-" + (row < rows.size() ? rows.get(row) : row) + "--" + steps[4];
    }

    private static Map<String, List<Integer>> places(Map<String, String[]> sent, Set<String> tables) {
        Map<String, TreeSet<Integer>> filled = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()
                    && tables.contains(cell.group(1))
                    && !String.join("", values).isBlank()) {
                filled.computeIfAbsent(cell.group(1), table -> new TreeSet<>()).add(Integer.valueOf(cell.group(2)));
            }
        });
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        filled.forEach((table, rows) -> places.put(table, new ArrayList<>(rows)));
        return places;
    }
}
