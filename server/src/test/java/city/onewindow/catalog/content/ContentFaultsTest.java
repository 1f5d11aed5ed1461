package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("内容文件的错误")
class ContentFaultsTest {

    private static final String ONE_THINGS = "one-things.csv";
    private static final String MATERIALS = "materials.csv";
    private static final String ELEMENTS = "data-elements.csv";
    private static final String FIELDS = "item-fields.csv";
    private static final String SITUATIONS = "situations.csv";
    private static final String EFFECTS = "situation-effects.csv";

    /** One cell spoilt, and the error it makes. */
    record Case(String file, int line, String column, String value, String fault) {
        @Override
        public String toString() {
            return file + ":" + line + " " + column + " = " + value;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(ONE_THINGS, 2, "item_type", "行政批准", "没有“行政批准”这个选项，可填：行政许可、行政处罚"),
                new Case(
                        ONE_THINGS,
                        2,
                        "department",
                        "丙局",
                        "没有名为“丙局”的部门，可填：departments.csv 的 name_zh、short_zh 或 variants，是否："),
                new Case(
                        ONE_THINGS,
                        3,
                        "home_window",
                        "专业窗口(已)",
                        "没有名为“专业窗口(已)”的窗口，可填：windows.csv 的 name_zh，是否：专业窗口(乙)？"),
                new Case(ONE_THINGS, 3, "home_window", "", "不能为空，可填：windows.csv 的 name_zh；只有部门写明了未进驻理由的事项空着"),
                new Case(ONE_THINGS, 2, "legal_basis", "", "不能为空"),
                new Case(ONE_THINGS, 2, "statutory_days", "三天", "“三天”不是数字，可填：0(当场)、0.5(半天)或半天的整倍数，如 5，至多 3650"),
                new Case(ONE_THINGS, 3, "promised_days", "0.3", "“0.3”不是天数，可填：0(当场)、0.5(半天)或半天的整倍数"),
                new Case(ONE_THINGS, 3, "promised_days", "-1", "“-1”不是天数"),
                new Case(ONE_THINGS, 2, "promised_days", "", "不能为空，可填：天数"),
                new Case(ONE_THINGS, 2, "promised_days", "5", "承诺时限 5 长于法定时限 3，可填：不超过法定时限的天数"),
                new Case(ONE_THINGS, 3, "after_items", "设立登计", "“设立登计”不是“开店一件事”中的事项，可填：这件一件事里的其他事项，是否：设立登记？"),
                new Case(ONE_THINGS, 3, "after_items", "设立登记;", "有空的一项，各项之间用一个“;”隔开"),
                new Case(ONE_THINGS, 3, "after_items", "卫生许可", "“卫生许可”经前序事项又回到自己，可填："),
                new Case(ONE_THINGS, 3, "seq", "1", "排列顺序 1 与“设立登记”相同"),
                new Case(ONE_THINGS, 3, "seq", "1.5", "“1.5”超出范围，可填：1 到 1000 的整数"),
                new Case(ONE_THINGS, 2, "optional", "可办", "没有“可办”这个选项，可填：必办、选办"),
                new Case(ONE_THINGS, 2, "case_kind", "快办件", "没有“快办件”这个选项，可填：即办件、承诺件"),
                new Case(ONE_THINGS, 2, "day_unit", "天", "没有“天”这个选项，可填：工作日、自然日"),
                new Case(ONE_THINGS, 3, "window", "专业窗口(乙)", "“开店一件事”的各行窗口不一致"),
                new Case(
                        ONE_THINGS,
                        2,
                        "law_text_checked",
                        "no",
                        "没有“no”这个选项，可填：yes、partly、not-found、law-only、guide-only"),
                new Case(ONE_THINGS, 3, "choice_group", "许可", "“许可”写法不对，可填：组名:规则，规则为 至多一项、二选一"),
                new Case(ONE_THINGS, 2, "confidence", "高", "没有“高”这个选项，可填：high、medium、low"),
                new Case(MATERIALS, 2, "item", "设立登计", "没有名为“设立登计”的事项，可填：one-things.csv 的 item，是否：设立登记？"),
                new Case(MATERIALS, 2, "required", "必须", "没有“必须”这个选项，可填：必要、容缺、非必要"),
                new Case(MATERIALS, 2, "form", "照片", "没有“照片”这个选项，可填：原件、复印件、电子"),
                new Case(MATERIALS, 2, "copies", "一", "“一”不是数字，可填：0 到 99 的整数，如 1"),
                new Case(MATERIALS, 2, "copies", "-1", "“-1”超出范围，可填：0 到 99 的整数"),
                new Case(MATERIALS, 2, "source", "自备", "没有“自备”这个选项，可填：申请人自备、政府部门核发、其他"),
                new Case(MATERIALS, 2, "review_points", "", "不能为空"),
                new Case(MATERIALS, 2, "condition", "q_agent == 'yes'", "“q_agent == 'yes'”写法不对，可填：写给申请人看的话"),
                new Case(MATERIALS, 2, "condition", "q_kind in ['new']", "“q_kind in ['new']”写法不对，可填：写给申请人看的话"),
                new Case(MATERIALS, 2, "condition", "q_agent != 'yes'", "“q_agent != 'yes'”写法不对，可填：写给申请人看的话"),
                new Case(MATERIALS, 2, "shared_key", "A B", "“A B”写法不对"),
                new Case(MATERIALS, 2, "shared_key", "A/B%", "“A/B%”写法不对，可填：2 到 60 个字母"),
                new Case(MATERIALS, 3, "shared_key", "FORM", "与第 2 行重复：设立登记 / FORM"),
                new Case(MATERIALS, 3, "material", "申请书", "与第 2 行重复：设立登记 / 申请书"),
                new Case(ELEMENTS, 2, "code", "Org-Name", "“Org-Name”写法不对，可填：小写字母、数字和“_”"),
                new Case(ELEMENTS, 9, "code", "q_plate", "“q_plate”写法不对"),
                new Case(ELEMENTS, 9, "name_zh", "面积", "与第 6 行重复：面积"),
                new Case(ELEMENTS, 9, "type", "string", "没有“string”这个选项，可填：text、number、money"),
                new Case(ELEMENTS, 2, "constraint", "most=3", "没有“most”这个键，可填：min、max"),
                new Case(ELEMENTS, 2, "constraint", "max", "“max”写法不对，可填：键=值"),
                new Case(ELEMENTS, 2, "constraint", "max=很长", "“很长”不是数字，可填：max=数字，如 max=5"),
                new Case(ELEMENTS, 2, "constraint", "min=9;max=3", "最小值大于最大值"),
                new Case(ELEMENTS, 2, "constraint", "max=3;max=4", "“max”写了两次"),
                new Case(ELEMENTS, 2, "constraint", "len=长", "“长”不是数字，可填：len=不小于 0 的整数，如 len=5"),
                new Case(ELEMENTS, 2, "constraint", "len=1.5", "len=1.5 超出范围"),
                new Case(ELEMENTS, 9, "constraint", "regex=^豫C[A-Z$", "正则表达式“^豫C[A-Z$”在第 "),
                new Case(
                        ELEMENTS,
                        4,
                        "constraint",
                        "checksum=gb1",
                        "checksum=gb1 不认识，可填：gb11643、id_document、id_or_uscc、gb32100、gb16735"),
                new Case(
                        ELEMENTS, 4, "constraint", "checksum=gb11643 if id_typ=id_card", "“证件号码”的校验条件用到的“id_typ”不是数据元"),
                new Case(
                        ELEMENTS,
                        7,
                        "constraint",
                        "columns=partner_nam",
                        "表格“合伙人”的列“partner_nam”不是数据元，可填：data-elements.csv 的 code，是否：partner_name？"),
                new Case(
                        ELEMENTS,
                        7,
                        "constraint",
                        "columns=partner_nam?",
                        "表格“合伙人”的列“partner_nam”不是数据元，可填：data-elements.csv 的 code"),
                new Case(ELEMENTS, 7, "constraint", "min_rows=1", "表格缺少 columns"),
                new Case(ELEMENTS, 2, "constraint", "when=later", "when=later 不认识，可填：past、future"),
                new Case(ELEMENTS, 2, "constraint", "when=past", "只有 date 类型可以有 when、not_before"),
                new Case(ELEMENTS, 2, "constraint", "not_before=id_numbr", "“单位名称”的 not_before=id_numbr 不是日期"),
                new Case(ELEMENTS, 3, "options", "id_card|passport=护照", "“id_card”写法不对，可填：代码=文字"),
                new Case(ELEMENTS, 3, "options", "", "choice、multichoice、boolean 类型必须有选项"),
                new Case(ELEMENTS, 2, "options", "a=甲", "只有 choice、multichoice、boolean 类型可以有选项"),
                new Case(ELEMENTS, 3, "options", "id_card=身份证|id_card=护照", "代码“id_card”重复"),
                new Case(ELEMENTS, 5, "options", "yes=是|maybe=也许", "boolean 类型的选项只能是 yes 和 no"),
                new Case(ELEMENTS, 2, "example", "甲", "示例“甲”通不过本行自己的类型和约束：至少2个字，现在是1个，可填："),
                new Case(ELEMENTS, 3, "example", "身份证", "示例“身份证”通不过本行自己的类型和约束：没有「身份证」这一项"),
                new Case(ELEMENTS, 4, "example", "410300199001010000", "示例“410300199001010000”通不过本行自己的类型和约束："),
                new Case(ELEMENTS, 2, "prefill_source", "exchange", "“exchange”写法不对，可填：none，或 applicant."),
                new Case(ELEMENTS, 2, "sensitive", "是", "没有“是”这个选项，可填：none、personal、sensitive"),
                new Case(FIELDS, 2, "item", "设立", "没有名为“设立”的事项"),
                new Case(
                        FIELDS,
                        9,
                        "data_element",
                        "id_numbr",
                        "没有代码为“id_numbr”的数据元，可填：data-elements.csv 的 code，是否：id_number？"),
                new Case(FIELDS, 2, "data_element", "partner_name", "“partner_name”是表格的一列，不能单独采集"),
                new Case(FIELDS, 3, "data_element", "org_name", "与第 2 行重复：设立登记 / org_name"),
                new Case(FIELDS, 2, "required", "必须", "没有“必须”这个选项，可填：必填、选填"),
                new Case(FIELDS, 3, "condition", "q_partner = 'yes'", "条件“q_partner = 'yes'”在第 11 个字符处写法不对"),
                new Case(
                        FIELDS,
                        3,
                        "condition",
                        "q_partners == 'yes'",
                        "条件用到的“q_partners”不可用，可填：情形问题，或同一事项的 choice、boolean、number、money、date 数据元"),
                new Case(FIELDS, 6, "condition", "org_name == 'yes'", "条件用到的“org_name”不可用"),
                new Case(FIELDS, 3, "condition", "q_partner == 'maybe'", "“q_partner”没有“maybe”这个值，可填：yes=是|no=否"),
                new Case(FIELDS, 3, "condition", "q_food == 'open'", "“关店一件事”包含事项“设立登记”，却没有问题“q_food”"),
                new Case(FIELDS, 6, "condition", "area == '200'", "“area”是数字，应与不加引号的数字比较，如 area >= 200"),
                new Case(FIELDS, 6, "condition", "area > '2026-01-01'", "“area”是数字，不能与日期比较"),
                new Case(FIELDS, 6, "condition", "opened >= '2026-02-30'", "“opened”是日期，不能与“2026-02-30”比较，可填：存在的日期"),
                new Case(FIELDS, 6, "condition", "opened > 3", "“opened”是日期，不能与“3”比较"),
                new Case(FIELDS, 6, "condition", "opened == '明天'", "“opened”是日期，不能与“明天”比较"),
                new Case(FIELDS, 6, "condition", "has_ac > 3", "“has_ac”是选项，不能比较大小，应写成 has_ac == '…'，可填：yes=是|no=否"),
                new Case(FIELDS, 6, "condition", "not (".repeat(25) + "area > 3" + ")".repeat(25), "条件“not (not"),
                new Case(FIELDS, 3, "order", "", "不能为空"),
                new Case(SITUATIONS, 2, "question_code", "partner", "“partner”写法不对，可填：q_ 加小写字母"),
                new Case(SITUATIONS, 3, "order", "10", "与第 2 行重复：开店一件事 / 10"),
                new Case(SITUATIONS, 3, "answers", "open", "“open”写法不对，可填：代码=文字"),
                new Case(SITUATIONS, 2, "default", "maybe", "“maybe”不在 answers 中，可填：yes、no"),
                new Case(SITUATIONS, 2, "shown_when", "q_food == 'open'", "条件用到的“q_food”不可用，可填：本一件事中更早的问题"),
                new Case(SITUATIONS, 4, "shown_when", "area > 3", "“area”不是在任何回答下都要填，问题不能随它出现，可填：必办且不会被排除的事项"),
                new Case(
                        SITUATIONS,
                        5,
                        "shown_when",
                        "id_type == 'id'",
                        "“id_type”没有“id”这个值，可填：id_card=身份证|passport=护照"),
                new Case(SITUATIONS, 5, "shown_when", "area > 3", "“area”“关店一件事”的各事项都不采集"),
                new Case(SITUATIONS, 2, "shown_when", "org_name == 'a'", "“org_name”不是选项、是否、数字、金额或日期，问题不能随它出现"),
                new Case(SITUATIONS, 2, "shown_when", "has_ac == 'yes'", "“has_ac”由后面的问题填写，问题不能随它出现"),
                new Case(
                        SITUATIONS,
                        4,
                        "shown_when",
                        "q_food == 'raw'",
                        "“q_food”没有“raw”这个值，可填：open=散装|packed=预包装|none=不卖"),
                new Case(
                        SITUATIONS, 4, "shown_when", "(q_food == 'open'", "条件“(q_food == 'open'”在第 18 个字符处写法不对，这里应为 )"),
                new Case(SITUATIONS, 4, "fills_element", "has_a", "没有代码为“has_a”的数据元"),
                new Case(SITUATIONS, 5, "answers", "yes=有|no=无", "问题“q_partner”在各一件事、各事项中的答案应相同，可填：yes=是|no=否"),
                new Case(SITUATIONS, 5, "one_thing", "关门一件事", "没有名为“关门一件事”的一件事"),
                new Case(EFFECTS, 2, "question_code", "q_fod", "“开店一件事”没有问题“q_fod”，可填：q_partner、q_food、q_ac"),
                new Case(EFFECTS, 2, "answer", "raw", "问题“q_food”没有答案“raw”，可填：open、packed、none"),
                new Case(EFFECTS, 2, "effect", "add_item", "没有“add_item”这个选项，可填：include_item"),
                new Case(EFFECTS, 2, "target", "注销登记", "“注销登记”不是“开店一件事”中的事项"),
                new Case(EFFECTS, 4, "target", "卫生许可::报告", "事项“卫生许可”没有材料“报告”，可填：检测报告"),
                new Case(EFFECTS, 7, "target", "area_total", "“开店一件事”的各事项都不采集“area_total”"),
                new Case(EFFECTS, 7, "target", "partners", "item-fields.csv 中“partners”没有以 q_partner == 'yes' 为条件的必填"),
                new Case("departments.csv", 2, "code", "JIA", "“JIA”写法不对"),
                new Case("departments.csv", 2, "kind", "局", "没有“局”这个选项，可填：市直部门、垂直部门"),
                new Case("departments.csv", 3, "variants", "甲局(县区)", "“甲局(县区)”同时是部门 jia 和 yi 的名称"),
                new Case(
                        "departments.csv",
                        2,
                        "lead_of_window",
                        "综合窗囗",
                        "没有名为“综合窗囗”的窗口，可填：windows.csv 的 name_zh，是否：综合窗口？"),
                new Case("departments.csv", 3, "lead_of_window", "综合窗口", "windows.csv 中“综合窗口”的牵头部门是 jia"),
                new Case("windows.csv", 2, "kind", "big", "没有“big”这个选项，可填：comprehensive"),
                new Case("windows.csv", 2, "cooperating_departments", "bing", "没有代码为“bing”的部门"),
                new Case("holidays.csv", 2, "date", "2031/1/1", "“2031/1/1”不是日期，可填：年-月-日"),
                new Case("holidays.csv", 3, "date", "2031-02-30", "“2031-02-30”不是日期"),
                new Case("holidays.csv", 3, "date", "2031-01-01", "与第 2 行重复：2031-01-01"),
                new Case("holidays.csv", 2, "notice_year", "2033", "2031-01-01 不会在 2033 年的通知里，可填：该日期所在的年份"),
                new Case("holidays.csv", 2, "kind", "off", "没有“off”这个选项，可填：holiday、workday"),
                new Case("regions.csv", 2, "code", "4103", "“4103”写法不对，可填：六位行政区划代码"),
                new Case("codes.csv", 2, "name", "", "不能为空"),
                new Case("topics.csv", 2, "audience", "个人", "没有“个人”这个选项，可填：person、enterprise"),
                new Case("topics.csv", 2, "life_event", "经商", "没有“经商”这个主题，可填：life-events.csv 的 name_zh，即 经营"),
                new Case("topics.csv", 2, "one_thing", "开张一件事", "没有名为“开张一件事”的一件事"),
                new Case("life-events.csv", 2, "windows", "窗口", "没有名为“窗口”的窗口"),
                new Case("synonyms.csv", 2, "meanings", "", "不能为空"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("每个错误都说明在哪一行哪一列、可填什么")
    void oneCell(Case broken) {
        var faults = new SmallContent()
                .withCell(broken.file, broken.line, broken.column, broken.value)
                .faults();
        String place = broken.file + ":" + broken.line + " " + broken.column + ": ";
        assertThat(faults).anySatisfy(fault -> assertThat(fault).startsWith(place + broken.fault));
        assertThat(faults).allSatisfy(fault -> assertThat(fault).containsPattern("可填|应|各项之间用"));
    }

    @Test
    @DisplayName("没有改动的小目录没有错误")
    void sound() {
        assertThat(new SmallContent().faults()).isEmpty();
    }
}
