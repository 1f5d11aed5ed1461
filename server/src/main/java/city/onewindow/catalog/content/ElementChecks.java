package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldCheck;
import city.onewindow.catalog.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                    fault(
                            origins,
                            element,
                            "表格“" + element.name() + "”的列“" + column + "”自己也是表格，可填：不是 table 类型的数据元",
                            found);
                }
            }
            example(element, content, origins);
            order(element, content, origins);
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

    private static void order(DataElement element, Content content, Origins origins) {
        String first = element.constraint().notBefore();
        DataElement found = content.elements().get(first);
        if (!first.isEmpty() && (found == null || found.type() != FieldType.DATE)) {
            fault(
                    origins,
                    element,
                    "“" + element.name() + "”的 not_before=" + first + " 不是日期，可填：type 为 date 的数据元的 code"
                            + Nearest.hint(first, content.elements().keySet()));
        }
    }

    /** The model form (行政许可法 第三十条) is made of examples: one that its own check refuses would mislead everybody. */
    private static void example(DataElement element, Content content, Origins origins) {
        if (element.type() == FieldType.TABLE
                || element.type() == FieldType.FILE_REF
                || element.example().isEmpty()) {
            return;
        }
        Map<String, String> others = new HashMap<>();
        for (String name : element.constraint().checksumWhen().names()) {
            DataElement other = content.elements().get(name);
            others.put(name, other == null ? "" : other.example());
        }
        new FieldCheck(element)
                .refusal(element.example(), others)
                .ifPresent(reason -> origins.fault(
                        element,
                        "example",
                        "示例“" + element.example() + "”通不过本行自己的类型和约束：" + reason.replaceFirst("。$", "")
                                + "，可填：能通过检查的虚构值"));
    }

    private static void fault(Origins origins, DataElement element, String message, DataElement... doers) {
        origins.fault(element, "constraint", message, List.of(doers));
    }
}
