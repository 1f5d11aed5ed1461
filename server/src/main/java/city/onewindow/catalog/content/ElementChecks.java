package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;

/** What data elements say about each other. */
final class ElementChecks {

    private ElementChecks() {}

    static void check(Content content, Origins origins) {
        for (DataElement element : content.elements().values()) {
            for (String column : element.constraint().columns()) {
                DataElement found = content.elements().get(column);
                if (found == null) {
                    fault(
                            origins,
                            element,
                            "表格“" + element.name() + "”的列“" + column + "”不是数据元，可填：data-elements.csv 的 code"
                                    + Nearest.hint(column, content.elements().keySet()));
                } else if (found.type() == FieldType.TABLE) {
                    fault(origins, element, "表格“" + element.name() + "”的列“" + column + "”自己也是表格，列不能是 table 类型");
                }
            }
            for (String name : element.constraint().checksumWhen().names()) {
                if (!content.elements().containsKey(name)) {
                    fault(
                            origins,
                            element,
                            "“" + element.name() + "”的校验条件用到的“" + name + "”不是数据元，可填：data-elements.csv 的 code"
                                    + Nearest.hint(name, content.elements().keySet()));
                }
            }
        }
    }

    private static void fault(Origins origins, DataElement element, String message) {
        origins.fault(element, ElementsFile.NAME, "constraint", message);
    }
}
