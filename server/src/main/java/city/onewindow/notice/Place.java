package city.onewindow.notice;

import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * 填写处: what a wording names in braces and the program fills in. A text stands within a line; a table, a list, lines to be signed are a line of their own.
 * Each has a sample, so that a wording is seen before anybody gets it.
 */
public enum Place {
    ERRAND("申请事项", "企业开办一件事"),
    ITEM("事项", "公共场所卫生许可"),
    CASE_NUMBER("办件编号", "410300202611240100001"),
    CASE_TITLE("办件名称", "企业开办一件事"),
    APPLICATION_NUMBER("申请编号", "410300202611240100001"),
    QUERY_CODE("查询码", "34679ACD"),
    APPLICANT("申请人", "张三"),
    ID_NUMBER("证件号码", "410311********0001"),
    WINDOW("窗口", "企业开办综合受理窗口"),
    CLERK("经办人", "李四"),
    RECEIVED_AT("收件时间", "2026年11月24日 10:00"),
    CORRECTED_AT("更正时间", "2026年11月24日 10:20"),
    ANSWER_BY("告知期限", "2026年12月1日"),
    ACCEPTED_ON("受理日期", "2026年11月24日"),
    ACCEPTED_AT("受理时间", "2026年11月24日 10:00"),
    PROMISED("承诺办结时间", "2026年11月27日 17:00前"),
    STATUTORY("法定办结时间", "2026年12月22日 17:00前"),
    SUPPLY_BY("期限", "2026年12月1日"),
    PROMISER("承诺人", "张三"),
    REASON("理由", "经营场所没有独立的消毒间"),
    GROUND("依据", "《公共场所卫生管理条例实施细则》第二十三条"),
    RESULT("办理结果", "公共场所卫生许可证"),
    CERTIFICATE_NUMBER("证照编号", "洛卫公证字〔2026〕第00012号"),
    PROCEDURE("特别程序", "检测"),
    CARRIED_OUT_BY("承担机构", "洛阳市疾病预防控制中心"),
    SPAN("所需时间", "2026年11月25日至2026年12月4日"),
    EXTENDED_BY("延长时间", "十个工作日"),
    EXTENDED_FROM("延长前的期限", "承诺2026年11月27日，法定2026年12月22日"),
    EXTENDED_TO("延长后的期限", "承诺2026年12月11日，法定2027年1月6日"),
    DECLARATION_CODE("承诺书验证码", "34679ACDEFGH"),
    CHECKED_BY("核查期限", "2027年1月24日"),
    FOUND("核查情况", "现场没有独立的消毒间"),
    MENDED_BY("整改期限", "2026年12月24日"),
    HEARD("陈述申辩", "没有陈述、申辩"),
    RULING("裁决文书", "洛阳市人民政府2026年11月20日行政复议决定书（洛政复决〔2026〕12号）"),
    RULED("裁决内容", "撤销该不予决定，责令在三十日内重新作出决定"),
    TAKEN_BACK("失效文书", "洛政务不准字〔2026〕00012号"),
    CONSEQUENCE("后续办理", "本机关重新审查，2026年12月24日前作出决定"),
    REPLACED("替代的材料", "卫生检测报告"),
    CHECKER("核查部门", "洛阳市卫生健康委员会"),
    CHECK_DAYS("核查天数", "60"),
    MEND_DAYS("整改天数", "20"),
    INSPECTED_AT("踏勘时间", "2026年11月30日 09:30"),
    SITE("踏勘地点", "洛阳市涧西区示例路 1 号"),
    SUBJECT("踏勘内容", "经营场所的布局和消毒设施"),
    VISITORS("参加部门", "市卫生健康委员会、市城市管理局"),
    PREPARE("准备事项", "请带房屋平面图"),
    SAID("申请人意见", "没有异议"),
    HEARING_ASKED_BY("听证申请期限", "2026年12月1日"),
    HEARING_ASKED_OF("听证申请受理部门", "洛阳市卫生健康委员会"),
    HEARING_AT("听证时间", "2026年12月11日 09:30"),
    HEARING_PLACE("听证地点", "市政务服务中心三楼听证室"),
    PRESIDER("主持人", "王五"),
    HEARING_CAME("听证参加人", "申请人张三，利害关系人李四，审查人赵六"),
    HEARING_SPOKEN("听证情况", "审查人说明审查意见的证据、理由；申请人陈述，利害关系人质证"),
    HEARING_SIGNED("核对签字情况", "参加人均确认无误并签字"),
    HEARING_RECORD("听证笔录文号", "洛政务听录字〔2026〕00003号"),
    QUESTION("征求的问题", "设置门头招牌是否符合街道容貌标准"),
    OPINION_BY("答复期限", "2026年11月30日"),
    OPINION("意见", "有条件同意"),
    OPINION_WORDS("意见说明", "招牌不得超出建筑红线"),
    TAKER("领取人", "张三（本人）"),
    AUTHORITY("授权依据", "无"),
    HANDED_AT("送达时间", "2026年11月27日 15:30"),
    UNFINISHED("其余事项", "无"),
    DELIVERY_PLACE("送达地点", "洛阳市示例路 1 号"),
    SECOND_SERVER("另一名送达人", "赵六"),
    SENT_THROUGH("经手单位", "中国邮政"),
    WAYBILL("邮件号码", "EX123456789CN"),
    DELIVERY_REASON("送达缘由", "受送达人说明年再要，拒绝签收"),
    WITNESS("见证", "涧西区示例社区居民委员会王五"),
    ANNOUNCED_ON("公告日期", "2026年12月10日"),
    HANDER("交出方", "企业开办综合受理窗口"),
    RECEIVER("接收方", "洛阳市卫生健康委员会"),
    SLIP_NUMBER("流转单编号", "17"),
    PASSED_ON_AT("交出时间", "2026年11月24日 16:30"),
    RECEPTION("接收情况", "等部门接收"),
    PICK_UP_CODE("取件码", "261124-12-X"),
    DELIVER_BY("送达期限", "2026年12月8日"),
    ADDRESS("地址", "洛阳市示例路 1 号"),
    TO_BRING("另须携带", "无"),
    AGENT("受托人", "李四"),
    AGENT_ID_NUMBER("受托人证件号码", "410311********0002"),
    MATERIALS("材料", table("材料", "形式", "营业执照", "复印件1份", "申请表", "1份")),
    ITEMS(
            "事项清单",
            new Table(
                    List.of("事项", "办理部门", "承诺办结", "收费", "办理结果"),
                    List.of(List.of("公共场所卫生许可", "洛阳市卫生健康委员会", "2026年11月27日", "不收费", "公共场所卫生许可证")))),
    GAPS(
            "补正内容",
            new Table(
                    List.of("材料（栏目）", "问题", "如何补正", "依据"),
                    List.of(List.of("营业执照", "复印件看不清", "重新提交清晰的复印件", "《公共场所卫生管理条例实施细则》第二十二条")))),
    CORRECTIONS("更正内容", new Table(List.of("栏目", "原来填的", "更正为"), List.of(List.of("经营场所", "示例路 1 号", "示例路 11 号")))),
    DEFERRED("容缺材料", new Table(List.of("材料", "要求", "补交期限"), List.of(List.of("卫生检测报告", "一年内出具", "2026年12月1日")))),
    CONDITIONS("应符合的条件", new Numbered(List.of("有独立的消毒间；", "从业人员健康体检合格。"))),
    FINDINGS(
            "踏勘结论",
            new Table(
                    List.of("部门", "事项", "踏勘人员", "结论", "情况"),
                    List.of(List.of("市卫生健康委员会", "公共场所卫生许可", "张三、李四", "符合", "消毒间独立，设施齐全")))),
    SIGNERS("踏勘签名", new Signatures(List.of("市卫生健康委员会踏勘人员（签字）", "申请人（签字或者盖章）"))),
    READY("待领结果", table("事项", "领取", "公共场所卫生许可", "公共场所卫生许可证", "门头招牌设置审批", "不予决定书")),
    AUTHORISED_ITEMS("委托事项", new Numbered(List.of("公共场所卫生许可", "门头招牌设置审批"))),
    ENDED("终止事项", new Numbered(List.of("公共场所卫生许可", "门头招牌设置审批"))),
    RESULTS(
            "送达结果",
            new Table(
                    List.of("事项", "决定", "证照或文书", "编号"),
                    List.of(List.of("公共场所卫生许可", "准予", "公共场所卫生许可证", "洛卫公证字〔2026〕第00012号"))));

    private final String term;
    private final Object sample;

    Place(String term, Object sample) {
        this.term = term;
        this.sample = sample;
    }

    private static Table table(String first, String second, String... cells) {
        return new Table(List.of(first, second), List.of(List.of(cells[0], cells[1]), List.of(cells[2], cells[3])));
    }

    /** The place of a name, as a wording has it between braces. */
    static Optional<Place> of(String term) {
        return Arrays.stream(values()).filter(place -> place.term.equals(term)).findFirst();
    }

    public String term() {
        return term;
    }

    /** Whether it is a table, a list or lines to be signed, which needs a line of its own. */
    public boolean isBlock() {
        return sample instanceof Section;
    }

    /** What a sample has here; empty for what has a line of its own. */
    public String sample() {
        return isBlock() ? "" : sample.toString();
    }

    Object sampleValue() {
        return sample;
    }
}
