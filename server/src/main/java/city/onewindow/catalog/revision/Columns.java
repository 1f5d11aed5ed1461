package city.onewindow.catalog.revision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the columns of the content files are called where people edit them. */
public final class Columns {

    /** In the order in which the columns are told. */
    private static final Map<String, String> LABELS = inOrder(
            Map.entry("item", "事项"),
            Map.entry("one_thing", "一件事"),
            Map.entry("status", "状态"),
            Map.entry("item_type", "事项类型"),
            Map.entry("department", "实施部门"),
            Map.entry("window", "受理窗口"),
            Map.entry("home_window", "受理窗口"),
            Map.entry("chain", "办理环节"),
            Map.entry("outside_reason", "未进驻理由"),
            Map.entry("case_kind", "办件类型"),
            Map.entry("legal_basis", "依据"),
            Map.entry("statutory_days", "法定时限"),
            Map.entry("promised_days", "承诺时限"),
            Map.entry("day_unit", "时限单位"),
            Map.entry("extension_days", "最多延长"),
            Map.entry("extension_ground", "延长的依据"),
            Map.entry("fee", "收费"),
            Map.entry("fee_basis", "收费依据"),
            Map.entry("result_doc", "办理结果"),
            Map.entry("result_number", "结果编号"),
            Map.entry("special_steps", "特别程序"),
            Map.entry("technical_check", "检验检测检疫"),
            Map.entry("basic_code", "基本编码"),
            Map.entry("implementation_code", "实施编码"),
            Map.entry("level", "行使层级"),
            Map.entry("serves", "服务对象"),
            Map.entry("conditions", "受理条件"),
            Map.entry("channels", "办理形式"),
            Map.entry("range", "通办范围"),
            Map.entry("visits", "到现场次数"),
            Map.entry("visit_reason", "须到现场的原因"),
            Map.entry("address", "办理地点"),
            Map.entry("hours", "办理时间"),
            Map.entry("phone", "咨询电话"),
            Map.entry("complaint_phone", "监督投诉电话"),
            Map.entry("result_sample", "结果样本"),
            Map.entry("remedies", "复议诉讼途径"),
            Map.entry("common_questions", "常见问题"),
            Map.entry("confidence", "把握程度"),
            Map.entry("note", "备注"),
            Map.entry("material", "材料名称"),
            Map.entry("required", "必要性"),
            Map.entry("form", "形式"),
            Map.entry("copies", "份数"),
            Map.entry("source", "来源渠道"),
            Map.entry("issuer", "出具机构"),
            Map.entry("shareable_from", "可共享自"),
            Map.entry("review_points", "审查要点"),
            Map.entry("shared_key", "材料编码"),
            Map.entry("condition", "适用条件"),
            Map.entry("blank_form", "空白表格"),
            Map.entry("filled_example", "示范文本"),
            Map.entry("law_text_checked", "法条核对"),
            Map.entry("data_element", "数据元"),
            Map.entry("order", "顺序"),
            Map.entry("after_items", "前置事项"),
            Map.entry("seq", "排列顺序"),
            Map.entry("optional", "必办或选办"),
            Map.entry("choice_group", "互斥组"),
            Map.entry("question_code", "问题代码"),
            Map.entry("question_zh", "问题"),
            Map.entry("question_en", "英文问题"),
            Map.entry("answers", "可选答案"),
            Map.entry("default", "默认答案"),
            Map.entry("shown_when", "出现条件"),
            Map.entry("fills_element", "填入数据元"),
            Map.entry("answer", "答案"),
            Map.entry("effect", "作用"),
            Map.entry("target", "作用对象"),
            Map.entry("given_answers", "这样回答"),
            Map.entry("expected_items", "应办的事项"),
            Map.entry("expected_materials", "应有的材料"),
            Map.entry("expected_fields", "应填的数据元"),
            Map.entry("code", "代码"),
            Map.entry("name_zh", "窗口名称"),
            Map.entry("scope_zh", "办什么"),
            Map.entry("name_en", "英文名称"),
            Map.entry("kind", "窗口类型"),
            Map.entry("lead_department", "牵头部门"),
            Map.entry("cooperating_departments", "配合部门"),
            Map.entry("audience", "服务对象"),
            Map.entry("life_event", "主题"));

    /** Where a column of one file is called otherwise than those of the same name elsewhere. */
    private static final Map<String, String> OWN_LABELS = Map.of(
            "item-fields.csv/required", "必填或选填",
            "item-fields.csv/condition", "出现条件",
            "materials.csv/condition", "什么情形下才要");

    private static final List<String> ORDER = List.copyOf(LABELS.keySet());

    private Columns() {}

    @SafeVarargs
    private static Map<String, String> inOrder(Map.Entry<String, String>... labels) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, String> label : labels) {
            ordered.put(label.getKey(), label.getValue());
        }
        return ordered;
    }

    /** Where a column is told among those of its row: the database doesn't keep their order. */
    public static int place(String column) {
        int place = ORDER.indexOf(column);
        return place < 0 ? ORDER.size() : place;
    }

    /** What a column of one file is called. */
    public static String label(String file, String column) {
        return OWN_LABELS.getOrDefault(file + "/" + column, label(column));
    }

    /** The column's own name if nobody has given it a label. */
    public static String label(String column) {
        return LABELS.getOrDefault(column, column);
    }
}
