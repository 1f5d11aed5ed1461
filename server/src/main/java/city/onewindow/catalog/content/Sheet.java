package city.onewindow.catalog.content;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Turns the bytes of one CSV file into rows with the lines they begin on. Any line end and a byte order mark are fine. */
final class Sheet {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private final String file;
    private final List<String> columns;
    private final List<String> optional;
    private final Faults faults;
    private final List<Row> rows = new ArrayList<>();

    private Sheet(String file, List<String> columns, List<String> optional, Faults faults) {
        this.file = file;
        this.columns = columns;
        this.optional = optional;
        this.faults = faults;
    }

    /** @param optional columns that may be there too */
    static List<Row> rows(String file, byte[] bytes, List<String> columns, List<String> optional, Faults faults) {
        Sheet sheet = new Sheet(file, columns, optional, faults);
        String text = sheet.decode(bytes);
        if (!text.isEmpty()) {
            sheet.parse(text);
        }
        return sheet.rows;
    }

    private String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            faults.unreadable(file, 1 + newlines(text.toString()), "", "不是 UTF-8 编码，请在 Excel 中另存为“CSV UTF-8(逗号分隔)”");
            return "";
        }
        String content = text.toString();
        if (content.startsWith("\uFEFF")) {
            content = content.substring(1);
        }
        if (content.isBlank()) {
            faults.unreadable(file, 1, "", "文件是空的，第一行应为表头：" + String.join(",", columns));
        }
        return content.isBlank() ? "" : content;
    }

    private void parse(String text) {
        Lines lines = new Lines(text);
        int next = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = List.of();
            for (CSVRecord record : parser) {
                int line = lines.at(record.getCharacterPosition());
                next = (int) parser.getCurrentLineNumber() + 1;
                List<String> cells = record.toList().stream().map(String::strip).toList();
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = cells;
                    checkHeader(header, line);
                } else {
                    row(header, cells, line);
                }
            }
        } catch (IOException | UncheckedIOException wrong) {
            faults.unreadable(file, next, "", "引号没有成对，或引号后面跟着别的字符，可填：含逗号、换行的单元格用双引号括起，其中的双引号写成两个");
        }
    }

    private void checkHeader(List<String> header, int line) {
        List<String> unknown = header.stream()
                .filter(column -> !columns.contains(column) && !optional.contains(column))
                .toList();
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        unknown.forEach(column -> faults.add(file, line, column, "没有这一列，可填：" + String.join("、", columns)));
        missing.forEach(column -> faults.unreadable(file, line, column, "缺少这一列，表头应为：" + String.join(",", columns)));
        if (header.stream().distinct().count() < header.size()) {
            faults.unreadable(file, line, "", "表头有重复的列，应为：" + String.join(",", columns));
        }
    }

    private void row(List<String> header, List<String> cells, int line) {
        if (cells.size() != header.size()) {
            faults.add(file, line, "", "本行有 " + cells.size() + " 个单元格，表头有 " + header.size() + " 列；含逗号的单元格要用双引号括起");
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), i < cells.size() ? cells.get(i) : "");
        }
        rows.add(new Row(file, line, byColumn, faults));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Line numbers of ever greater places in a text. */
    private static final class Lines {
        private final String text;
        private int place;
        private int line = 1;

        Lines(String text) {
            this.text = text;
        }

        int at(long wanted) {
            for (; place < wanted; place++) {
                char c = text.charAt(place);
                boolean lone = c == '\r' && (place + 1 == text.length() || text.charAt(place + 1) != '\n');
                line += c == '\n' || lone ? 1 : 0;
            }
            return line;
        }
    }
}
