package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.window.Annex;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file says above and below its table, with where. */
final class GivenHead {

    /** A label ends at a colon, and begins at a blank or, in the line to be signed, at the words themselves. */
    private static final Pattern LABEL = Pattern.compile("(?U)(?:^|\\s|(?=(?:负责人签字|单位盖章)[：:]))([^：:\\s]+)[：:]");

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})日?");
    /** A day that a spreadsheet shows as one and keeps as a number. */
    private static final Pattern SERIAL = Pattern.compile("[3-6]\\d{4}");

    private static final LocalDate SERIAL_BEGIN = LocalDate.of(1899, 12, 30);
    private static final int LONGEST = 200;

    private final Map<HeadLine, Said> said = new EnumMap<>(HeadLine.class);
    private final List<Around.Text> texts = new ArrayList<>();

    private record Said(int line, int column, String text) {}

    /**
     * Takes a line, in whichever of its cells things stand: 电话：63000000 in one, or label and value in two.
     *
     * @param line counted from 1
     * @param cells the texts of its cells
     */
    void take(int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                texts.add(new Around.Text(line, column, cell));
            }
            Matcher label = LABEL.matcher(cell);
            if (!label.find()) {
                put(cell, line, column, "", cells);
                continue;
            }
            boolean more = true;
            while (more) {
                String name = label.group(1);
                int from = label.end();
                more = label.find();
                put(name, line, column, cell.substring(from, more ? label.start() : cell.length()), cells);
            }
        }
    }

    private void put(String label, int line, int column, String value, List<String> cells) {
        HeadLine about = HeadLine.labelled(label).orElse(null);
        if (about == null || said.containsKey(about)) {
            return;
        }
        int next = column + 1;
        boolean beside = value.isBlank()
                && next < cells.size()
                && !LABEL.matcher(cells.get(next)).find()
                && HeadLine.labelled(cells.get(next)).isEmpty();
        said.put(about, beside ? new Said(line, next, cells.get(next).strip()) : new Said(line, column, value.strip()));
    }

    /** All that stands there, where it stands. */
    List<Around.Text> all() {
        return texts;
    }

    /** Of the lines that the file has. */
    Map<HeadLine, String> texts() {
        Map<HeadLine, String> texts = new EnumMap<>(HeadLine.class);
        said.forEach((about, one) -> texts.put(
                about,
                about == HeadLine.DAY ? day(one.text()).map(LocalDate::toString).orElse(one.text()) : one.text()));
        return texts;
    }

    List<HeadFlaw> flaws(Target target, Catalog catalog, CellFacts marks) {
        List<HeadFlaw> flaws = new ArrayList<>();
        said.forEach((about, one) -> {
            String message = marks.around(one.line(), one.column());
            if (message.isEmpty() && !one.text().isEmpty()) {
                message = message(about, one.text(), target, catalog);
            }
            if (!message.isEmpty()) {
                flaws.add(new HeadFlaw(about, one.line(), one.column(), message));
            }
        });
        return flaws;
    }

    private static String message(HeadLine about, String text, Target target, Catalog catalog) {
        if (text.length() > LONGEST) {
            return "内容有 " + text.length() + " 个字，至多 " + LONGEST + " 个，请删减。";
        }
        return switch (about) {
            case FILER -> filer(text, target, catalog);
            case WINDOW ->
                target.annex() != Annex.WINDOW || text.equals(target.name())
                        ? ""
                        : "表里写的是“" + text + "”，选择报送的是“" + target.name() + "”的清单。请核对是不是拿错了表。";
            case PHONE -> CellCheck.phone(text);
            case DAY -> day(text).isPresent() ? "" : "应为日期，如 2026-11-04，现为“" + text + "”。";
            case CONTACT, ELSEWHERE, REVIEWER, SIGNER -> "";
        };
    }

    private static String filer(String text, Target target, Catalog catalog) {
        Department own = catalog.department(target.department()).orElseThrow();
        Set<String> names = Stream.concat(
                        Stream.of(own.name(), own.shortName(), own.legalName()), own.variants().stream())
                .collect(Collectors.toSet());
        return names.contains(text)
                ? ""
                : "表里写的是“" + text + "”，这张表由“" + own.name() + "”报送。请核对是不是拿错了表；没有拿错的，把这一格改为“" + own.name() + "”。";
    }

    private static Optional<LocalDate> day(String text) {
        if (SERIAL.matcher(text).matches()) {
            return Optional.of(SERIAL_BEGIN.plusDays(Long.parseLong(text)));
        }
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
