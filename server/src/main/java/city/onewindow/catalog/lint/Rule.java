package city.onewindow.catalog.lint;

import static city.onewindow.catalog.lint.Severity.ERROR;
import static city.onewindow.catalog.lint.Severity.HINT;
import static city.onewindow.catalog.lint.Severity.WARNING;

/** What the linter looks for, each with the reason why. */
public enum Rule {
    VAGUE_CLAUSE(ERROR, "模糊条款", "材料、条件和要点要写到申请人知道该带什么，不得有兜底条款。（河南省优化营商环境条例 第二十八条；实施方案 二（二）2）"),
    VAGUE_QUESTION(WARNING, "问题问得含糊", "情形问题由申请人自己回答，答案决定带什么、办什么：问的、答的都要写到他看得懂。（河南省优化营商环境条例 第二十八条；实施方案 二（二）2）"),
    OPEN_LIST(WARNING, "用“等”代替列举", "“等”后面还有什么，申请人和窗口都不知道，应当列全。（河南省优化营商环境条例 第二十八条）"),
    NO_LEGAL_GROUND(ERROR, "没有法定依据", "要求提供材料、设定事项都要写明法律和条款。（行政许可法 第十六条；实施方案 二（二）2）"),
    GUIDE_ONLY(WARNING, "只有办事指南列明", "办事指南、规程自己列出来的不是依据：没有法律依据的材料不得要求提供。（行政许可法 第十六条、第三十一条；实施方案 二（二）2）"),
    NO_ARTICLE(WARNING, "依据没有写到条", "设定和实施许可的依据要查得到：法律写到条款，规范性文件写明文号。（行政许可法 第十六条；GB/T 39046-2020）"),
    DEAD_REFERENCE(ERROR, "依据已失效", "引用的法律已经废止，或者没有这一条。"),
    WHY_ASK(WARNING, "政府自己核发的材料还要申请人交", "能从本市部门或共享数据取得的，不得要求申请人提供。（国务院关于在线政务服务的若干规定 第十一条）"),
    PROMISED_TOO_LONG(ERROR, "承诺时限长于法定时限", "承诺的时限不得超过法律规定的时限。（行政许可法 第四十二条）"),
    KIND_AND_DAYS(WARNING, "办件类型与时限不符", "即办件应当场或者在一个工作日内办结，否则应为承诺件；当场办结的应为即办件。（行政许可法 第三十四条）"),
    NO_REVIEW_POINT(ERROR, "没有审查要点", "窗口按审查要点收件，没有要点就是自由裁量。（实施方案 二（二）2）"),
    EXCLUDING_POINTS(WARNING, "审查要点互相排斥", "每个要点对每一份材料都要成立，窗口才能逐条核对；只对一种情形说的，写进同一句：自有的……，租赁的……。（实施方案 二（二）2）"),
    DEFERRABLE_AT_ONCE(WARNING, "当场决定的事项不能容缺", "当场就作决定的事项，没有后补的时间：材料要么必要，要么不要。（河南省优化营商环境条例 第三十五条）"),
    FEE_WITHOUT_GROUND(ERROR, "收费没有依据", "收费要写明项目、标准和依据；没有法律、行政法规依据的不得收费。税款、保险费等缴款的依据就是事项的依据。（行政许可法 第五十八条、第五十九条）"),
    TERMS_DISAGREE(WARNING, "一件事与事项指南说法不同", "同一事项，一件事里和单办时的类型、结果、收费、依据应当一致，时限不得更长：线上线下同一口径。（实施方案 二（二）2）"),
    NOT_COOPERATING(WARNING, "部门不在窗口的配合部门里", "窗口受理的事项，实施部门应是窗口的牵头或配合部门，签有办理协议书。（实施方案 附件3、附件6）"),
    NO_WINDOW(ERROR, "没有受理窗口", "每个事项都要进入一个受理窗口。（实施方案 一、改革目标）"),
    OUTSIDE(HINT, "没有进驻窗口", "部门写明了理由，仍由部门自己受理；理由公开，应当定期重看。（实施方案 一、改革目标；附件2 不纳入理由）"),
    DEAD_ANSWER(WARNING, "情形的回答不起作用", "怎么答都一样的问题不该问，作用相同的回答不该分开。"),
    NEVER_ASKED(WARNING, "永远问不到的问题", "出现条件无论如何都不成立，这个问题和它的回答都是空的。"),
    CYCLE(ERROR, "前置事项成环", "互相等待的事项永远办不成。"),
    SAME_MATERIAL(WARNING, "同一材料有两个名称", "名称相近、编码不同的材料不会合并，申请人要交两次。（实施方案 二（一）1）"),
    SOURCES_DIFFER(WARNING, "同一材料从不同的地方取", "同一编码的材料合成一份，从一处共享取得；各事项写的来源不同，窗口不知道以哪一处为准。（实施方案 二（一）1、二（五）1）"),
    NO_VISIT_REASON(WARNING, "要到现场却没有写原因", "到办事现场次数不为零的，应写明必须到现场的原因。（GB/T 39046-2020）"),
    NO_IMPLEMENTATION_CODE(HINT, "没有实施编码", "实施清单的每个事项都有 31 位实施编码。（GB/T 39554.1-2020）"),
    FOREIGN_CODE(ERROR, "实施编码不是本部门的", "实施编码的前 18 位是实施部门的统一社会信用代码，写成别人的，办件就报到别人名下。（GB/T 39554.1-2020）"),
    NO_BLANK_FORM(HINT, "表格没有空白表和示范文本", "申请书要用格式文本的，应当免费提供空白的，并公示填好的示范。（行政许可法 第二十九条、第三十条、第五十八条）"),
    NO_CONDITION(HINT, "没有受理条件", "办事指南应当写明受理条件。（行政许可法 第三十条）");

    /** How much a rule must be able to read before it can say anything. */
    public enum Scope {
        /** The one cell of which it tells. */
        CELL,
        /** The row of that cell. */
        ROW,
        /** More than that row. */
        RECORD
    }

    private final Severity severity;
    private final String title;
    private final String why;

    Rule(Severity severity, String title, String why) {
        this.severity = severity;
        this.title = title;
        this.why = why;
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    /** The reason, with its source. */
    public String why() {
        return why;
    }

    public Scope scope() {
        return switch (this) {
            case VAGUE_CLAUSE,
                    VAGUE_QUESTION,
                    OPEN_LIST,
                    NO_LEGAL_GROUND,
                    GUIDE_ONLY,
                    NO_ARTICLE,
                    DEAD_REFERENCE,
                    NO_REVIEW_POINT,
                    NO_IMPLEMENTATION_CODE,
                    NO_CONDITION -> Scope.CELL;
            case WHY_ASK,
                    PROMISED_TOO_LONG,
                    KIND_AND_DAYS,
                    FEE_WITHOUT_GROUND,
                    NO_WINDOW,
                    OUTSIDE,
                    FOREIGN_CODE,
                    NO_VISIT_REASON -> Scope.ROW;
            default -> Scope.RECORD;
        };
    }
}
