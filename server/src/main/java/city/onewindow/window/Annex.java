package city.onewindow.window;

import static city.onewindow.window.AnnexColumn.of;
import static city.onewindow.window.AnnexColumn.text;

import city.onewindow.catalog.content.ContentWords;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.window.AnnexColumn.Holds;
import java.util.List;
import java.util.stream.IntStream;

/** The annexes of the plan that departments fill in, with their columns; the first one numbers the rows. */
public enum Annex {
    /** Of a one-thing; its lead department files it. */
    ONE_THING(
            1,
            "“一件事”事项统报表",
            Role.LIAISON,
            List.of(
                    of("序号", Holds.COUNT),
                    text("事项名称").key(),
                    of("基本编码", Holds.CODE).derived(),
                    of("实施编码", Holds.CODE).derived(),
                    itemTypes(),
                    caseKinds(),
                    text("实施部门").derived(),
                    text("设定依据"),
                    text("前置事项"),
                    of("与其他事项关系", Holds.WORD, List.of("串联", "并联", "可选")),
                    of("申请材料份数", Holds.COUNT).derived(),
                    text("其中：可共享复用").derived(),
                    text("其中：容缺").derived(),
                    of("法定时限（工作日）", Holds.DAYS),
                    of("承诺时限（工作日）", Holds.DAYS),
                    text("是否收费、标准"),
                    text("特别程序"),
                    text("结果名称"),
                    text("备注"))),
    /** Of a department. */
    DEPARTMENT(
            2,
            "部门纳入综合受理窗口事项清单",
            Role.LIAISON,
            List.of(
                    of("序号", Holds.COUNT),
                    text("事项名称").key(),
                    of("实施编码", Holds.CODE).says("implementation_code"),
                    itemTypes().says("item_type"),
                    caseKinds().says("case_kind"),
                    of("服务对象", Holds.WORDS, ContentWords.of("items.csv", "serves"))
                            .says("serves"),
                    text("拟入窗口").says("home_window"),
                    of("授权方式", Holds.WORDS, List.of("收件", "受理", "即办", "代为送达")),
                    of("年办件量", Holds.COUNT),
                    of("法定时限", Holds.DAYS).says("statutory_days"),
                    of("承诺时限", Holds.DAYS).says("promised_days"),
                    of("材料数", Holds.COUNT).derived(),
                    of("容缺材料数", Holds.COUNT).derived(),
                    text("是否收费").says("fee"),
                    text("特别程序").says("special_steps"),
                    text("后台承办科室及首席代表"),
                    text("经办人电话").says("phone"),
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
                    text("申请材料").key(),
                    of("必要性", Holds.WORD, ContentWords.of("materials.csv", "required"))
                            .says("required"),
                    text("收件方式").says("form"),
                    text("审查要点").says("review_points"),
                    of("承诺时限", Holds.DAYS).says("promised_days"),
                    text("特别程序").says("special_steps"),
                    text("收费").says("fee"),
                    text("结果").says("result_doc"),
                    text("后台接收人"),
                    text("咨询电话").says("phone"),
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

    /** Of the columns that tell what a row is about. */
    public List<Integer> keys() {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).isKey())
                .boxed()
                .toList();
    }
}
