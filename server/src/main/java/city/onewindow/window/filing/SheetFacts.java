package city.onewindow.window.filing;

import city.onewindow.kernel.PlainXml;
import city.onewindow.window.DerivedList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook holds beside the values of its cells: formulas, merged and hidden cells, links. Read as a stream; a document
 * type, the way in for entities, is refused.
 */
final class SheetFacts {

    private static final int MOST_MERGED = 10_000;
    private static final int MOST_STRINGS = 700_000;
    private static final int MOST_CELLS = 1_000_000;
    /** Rows are counted generously here: blank ones don't matter, and {@link TableReader} counts those of the table. */
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_LINES = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final CellFacts marks = new CellFacts();
    private int line;
    private int column;
    private int sheets;
    private int rows;
    private int strings;
    private int cells;

    private SheetFacts() {}

    /** @throws city.onewindow.kernel.Problem.InvalidInput if the file as a whole is not to be read */
    static SheetFacts of(Path file) {
        SheetFacts facts = new SheetFacts();
        SpreadsheetFile.eachPart(file, facts::part);
        if (facts.sheets != 1) {
            throw Refused.because("工作簿里有 " + facts.sheets + " 张工作表，一次报送一张。请只留要报送的那一张，其余删去。");
        }
        return facts;
    }

    private void part(String name, InputStream part) throws IOException {
        try {
            XMLStreamReader xml = PlainXml.read(part);
            String root = null;
            line = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw Refused.because("文件里有文档类型声明（DTD），可能被改过，不收。请在 Excel 或 WPS 里重新另存后再上传。");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (root == null) {
                    root = xml.getLocalName();
                    mustBeKnown(root);
                } else if (root.equals("worksheet")) {
                    ofSheet(xml);
                } else {
                    ofWorkbook(root, xml);
                }
            }
        } catch (XMLStreamException broken) {
            throw Refused.because("文件里的 " + name + " 已经损坏，或编码与声明的不符。请在 Excel 或 WPS 里重新另存为 .xlsx 后再上传。");
        }
    }

    private static void mustBeKnown(String root) {
        if (root.equals("macrosheet") || root.equals("dialogsheet")) {
            throw Refused.because("工作簿里有宏表，不收。请另存为不带宏的 .xlsx 后再上传。");
        }
    }

    private void ofWorkbook(String root, XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (root.equals("workbook") && element.equals("sheet")) {
            sheet(Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), ""), xml);
        } else if (root.equals("Types")) {
            String type = lower(xml.getAttributeValue(null, "ContentType"));
            if (type.contains("macroenabled") || type.contains("vbaproject")) {
                throw Refused.because("工作簿里有宏，不收。请另存为不带宏的 .xlsx 后再上传。");
            }
            if (type.contains("sheet.binary")) {
                throw Refused.because("这是二进制工作簿（.xlsb），读不了。请另存为 .xlsx 后再上传。");
            }
        } else if (root.equals("Relationships") && element.equals("Relationship")) {
            relationship(
                    lower(xml.getAttributeValue(null, "Type")),
                    lower(xml.getAttributeValue(null, "TargetMode")),
                    lower(xml.getAttributeValue(null, "Target")));
        } else if (root.equals("sst") && element.equals("si") && ++strings > MOST_STRINGS) {
            throw Refused.because("工作簿里的文字超过了 " + MOST_STRINGS + " 段，太多了。请分成几个文件报送。");
        }
    }

    /** The first one is read; behind it only the lists may stand that went out with it, which nobody reads. */
    private void sheet(String name, XMLStreamReader xml) {
        if (sheets == 0 || !DerivedList.titles().contains(name)) {
            sheets++;
        }
        String state = xml.getAttributeValue(null, "state");
        if (state != null && !state.equals("visible")) {
            throw Refused.because("工作表“" + name + "”是隐藏的。请取消隐藏，或删去它。");
        }
    }

    /** A hyperlink leads a reader somewhere, the program doesn't follow it; anything else that lies outside is refused. */
    private static void relationship(String type, String mode, String target) {
        if (mode.equals("external") && !type.endsWith("/hyperlink")) {
            throw Refused.because("工作簿里有指向其他文件的外部链接，不收。请在“数据—编辑链接”里断开链接后再上传。");
        }
        if ((type.endsWith("/worksheet") || type.endsWith("/sharedstrings")) && !SpreadsheetFile.isXml(target)) {
            throw Refused.because("文件的部件对不上，可能被改过。请在 Excel 或 WPS 里重新另存后再上传。");
        }
    }

    private void ofSheet(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> row(xml);
            case "c" -> {
                count(++cells, MOST_CELLS, "个单元格");
                String place = xml.getAttributeValue(null, "r");
                column = place == null ? column + 1 : CellRange.parse(place).firstColumn();
            }
            case "f" -> marks.formula(line, column);
            case "mergeCell" ->
                count(marks.merge(CellRange.parse(xml.getAttributeValue(null, "ref"))), MOST_MERGED, "处合并单元格");
            case "col" -> {
                if (isTrue(xml, "hidden") || isZero(xml, "width")) {
                    int first = number(xml, "min", MOST_COLUMNS);
                    marks.hideColumns(first - 1, Math.max(first, number(xml, "max", MOST_COLUMNS)) - 1);
                }
            }
            default -> {}
        }
    }

    /** A sheet whose rows are hidden by default (zeroHeight) writes out those that aren't. */
    private void row(XMLStreamReader xml) {
        count(++rows, MOST_ROWS, "行");
        line = xml.getAttributeValue(null, "r") == null ? line + 1 : number(xml, "r", MOST_LINES);
        column = -1;
        if (isTrue(xml, "hidden") || isZero(xml, "ht")) {
            marks.hideLine(line);
        }
    }

    private static int number(XMLStreamReader xml, String attribute, int most) {
        String text = Objects.requireNonNullElse(xml.getAttributeValue(null, attribute), "");
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw Refused.because("文件里行列的位置“" + text + "”不对，文件可能已经损坏。请重新另存后再上传。");
        }
        return number;
    }

    private static void count(int number, int most, String what) {
        if (number > most) {
            throw Refused.because("工作表超过了 " + most + " " + what + "，太大了。请删去表外的空白格式，或分成几个文件报送。");
        }
    }

    private static boolean isTrue(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    private static boolean isZero(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value != null && value.matches("0+(\\.0+)?");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    int rows() {
        return rows;
    }

    /** Which of its cells are computed, merged or hidden. */
    CellFacts marks() {
        return marks;
    }
}
