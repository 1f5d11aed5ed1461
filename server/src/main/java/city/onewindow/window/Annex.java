package city.onewindow.window;

import static city.onewindow.window.AnnexColumn.of;
import static city.onewindow.window.AnnexColumn.text;

import city.onewindow.catalog.content.ContentWords;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.window.AnnexColumn.Holds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The annexes of the plan that departments fill in, with their columns; the first one numbers the rows. */
public enum Annex {
    /** Of a department: its items in one-things, and whole those that it leads. */
    ONE_THING(
            1,
            "“一件事”事项统报表",
            Role.LIAISON,
            List.of(
                    of("序号", Holds.COUNT),
                    text("一件事名称").key(),
                    text("一件事编码").derived(),
                    text("服务对象").derived(),
                    text("受理窗口").derived(),
                    text("牵头部门").derived(),
                    text("配合部门").derived(),
                    text("事项名称").key(),
                    of("基本编码", Holds.CODE).derived(),
                    of("实施编码", Holds.CODE).derived(),
                    itemTypes(),
                    caseKinds(),
                    text("实施部门").derived(),
                    text("经办科室").filed(),
                    text("设定依据"),
                    text("前置事项"),
                    of("与其他事项关系", Holds.WORD, List.of("串联", "并联", "可选")),
                    of("改革前材料份数", Holds.COUNT).filed(),
                    of("改革后材料份数", Holds.COUNT).derived(),
                    text("其中：可共享复用").derived(),
                    text("其中：电子证照").derived(),
                    text("其中：容缺").derived(),
                    text("其中：取消").filed(),
                    yesOrNo("共性字段是否已纳入一表").derived(),
                    of("法定时限（工作日）", Holds.DAYS),
                    of("原承诺时限（工作日）", Holds.DAYS).filed(),
                    of("承诺时限（工作日）", Holds.DAYS),
                    of("原环节数", Holds.COUNT).filed(),
                    of("现环节数", Holds.COUNT).filed(),
                    of("原跑动次数", Holds.COUNT).filed(),
                    of("现跑动次数", Holds.COUNT).filed(),
                    yesOrNo("是否收费"),
                    text("收费标准"),
                    text("收费依据"),
                    text("特别程序"),
                    of("特别程序天数", Holds.DAYS).filed(),
                    text("结果名称"),
                    of("结果样本", Holds.WORD, List.of("有", "无")).derived().filed(),
                    deliveries(),
                    of("网办深度", Holds.WORD, List.of("全程网办", "网上预审", "窗口办理"))
                            .derived()
                            .filed(),
                    yesOrNo("是否支持预审").derived().filed(),
                    yesOrNo("是否寄递").derived().filed(),
                    text("备注"))),
    /** Of a department. */
    DEPARTMENT(
            2,
            "部门纳入综合受理窗口事项清单",
            Role.LIAISON,
            List.of(
                    of("序号", Holds.COUNT),
                    text("事项名称").key(),
                    text("子项、业务办理项").filed(),
                    of("实施编码", Holds.CODE).says("implementation_code"),
                    itemTypes().says("item_type"),
                    caseKinds().says("case_kind"),
                    of("服务对象", Holds.WORDS, ContentWords.of("items.csv", "serves"))
                            .says("serves"),
                    text("拟入窗口").says("home_window"),
                    powers("授权方式"),
                    of("年办件量", Holds.COUNT).filed(),
                    of("高峰月", Holds.WORDS, months()).filed(),
                    of("法定时限", Holds.DAYS).says("statutory_days"),
                    of("承诺时限", Holds.DAYS).says("promised_days"),
                    of("材料数", Holds.COUNT).derived(),
                    of("容缺材料数", Holds.COUNT).derived(),
                    text("现场勘验等特别程序").says("special_steps"),
                    text("是否收费").says("fee"),
                    text("国家、省垂直系统").filed(),
                    of("对接方式", Holds.WORD, List.of("接口", "前置库", "二次录入", "人工")).filed(),
                    yesOrNo("审批专用章是否到位").filed(),
                    text("后台承办科室及首席代表").filed(),
                    text("经办人电话").says("phone"),
                    text("不纳入理由").filed(),
                    text("备注").says("note"))),
    /** Of a window; its lead department files it. */
    WINDOW(
            3,
            "综合受理窗口政务服务事项受理清单",
            Role.LEAD_DEPARTMENT,
            List.of(
                    of("序号", Holds.COUNT),
                    text("一件事名称").derived(),
                    text("事项名称").key(),
                    of("实施编码", Holds.CODE).derived(),
                    text("责任部门").derived(),
                    caseKinds().says("case_kind"),
                    text("受理条件").says("conditions"),
                    text("材料编号").derived(),
                    text("申请材料").key(),
                    of("必要性", Holds.WORD, ContentWords.of("materials.csv", "required"))
                            .says("required"),
                    text("审查要点").says("review_points"),
                    text("收件方式").says("form"),
                    of("承诺时限", Holds.DAYS).says("promised_days"),
                    text("特别程序").says("special_steps"),
                    text("收费").says("fee"),
                    text("结果").says("result_doc"),
                    text("出件窗口").derived(),
                    deliveries(),
                    text("分发方式及时点").filed(),
                    text("后台接收人").filed(),
                    text("替代人").filed(),
                    text("咨询电话").says("phone"),
                    text("版本"),
                    powers("受理授权范围"),
                    text("备注").says("note")));

    private final int number;
    private final String title;
    private final Role filedBy;
    private final List<AnnexColumn> columns;

    Annex(int number, String title, Role filedBy, List<AnnexColumn> columns) {
        this.number = number;
        this.title = title;
        this.filedBy = filedBy;
        this.columns = columns;
    }

    private static AnnexColumn itemTypes() {
        return of("事项类型", Holds.WORD, ContentWords.of("items.csv", "item_type"));
    }

    private static AnnexColumn yesOrNo(String heading) {
        return of(heading, Holds.WORD, List.of("是", "否"));
    }

    /** What a window's clerks may do for a department. */
    private static AnnexColumn powers(String heading) {
        return of(heading, Holds.WORDS, List.of("收件", "受理", "即办", "代为送达")).filed();
    }

    private static AnnexColumn deliveries() {
        return of("送达方式", Holds.WORDS, List.of("窗口领取", "寄递", "电子证照")).derived().filed();
    }

    private static List<String> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> month + "月").toList();
    }

    private static AnnexColumn caseKinds() {
        return of("办件类型", Holds.WORD, ContentWords.of("items.csv", "case_kind"));
    }

    /** @throws Problem.NotFound if the plan has no such annex */
    public static Annex numbered(int number) {
        for (Annex annex : values()) {
            if (annex.number == number) {
                return annex;
            }
        }
        throw new Problem.NotFound("没有附件" + number + "。可以报送的是附件1、附件2和附件3。");
    }

    /** The one whose table has these columns. */
    static Optional<Annex> headed(List<String> headings) {
        return Arrays.stream(values())
                .filter(annex -> annex.headings().equals(headings))
                .findFirst();
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** In which role somebody of the department files it. */
    public Role filedBy() {
        return filedBy;
    }

    public List<AnnexColumn> columns() {
        return columns;
    }

    public List<String> headings() {
        return columns.stream().map(AnnexColumn::heading).toList();
    }

    /** Where the column so headed stands, counted from 0. */
    public int column(String heading) {
        int column = headings().indexOf(heading);
        if (column < 0) {
            throw new IllegalArgumentException("Annex " + number + " has no column " + heading + ", only " + headings()
                    + ". Maybe it was renamed here and not where it is filled in?");
        }
        return column;
    }

    /** Where the name of the item stands that a row is about. */
    public int item() {
        return column("事项名称");
    }

    /** A row of it. @param cells by heading; empty where nothing is said */
    List<Object> row(int number, Map<String, ?> cells) {
        List<Object> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        row.set(0, number);
        cells.forEach((heading, cell) -> row.set(column(heading), cell));
        return List.copyOf(row);
    }

    /** Of the columns that tell what a row is about. */
    public List<Integer> keys() {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).isKey())
                .boxed()
                .toList();
    }
}
