package city.onewindow.catalog.content;

import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Status;
import city.onewindow.catalog.TechnicalCheck;
import city.onewindow.catalog.Terms;
import city.onewindow.kernel.CreditCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** items.csv (may be absent): a row is an item as its department states it, on its own and in full. */
final class ItemsFile {

    static final String NAME = "items.csv";
    private static final String OUTSIDE_REASON = "outside_reason";

    static final String CHAIN = "chain";
    static final String EXTENSION_DAYS = "extension_days";
    static final String EXTENSION_GROUND = "extension_ground";
    static final String TECHNICAL_CHECK = "technical_check";

    /** What people fill in where they have nothing to say. */
    private static final Set<String> NOTHING =
            Set.of("无", "没有", "暂无", "否", "不适用", "—", "——", "-", "--", "/", "\\", "、", "空");

    static final List<String> COLUMNS = List.of(
            "item",
            "status",
            "item_type",
            "department",
            "home_window",
            "case_kind",
            "legal_basis",
            "statutory_days",
            "promised_days",
            "day_unit",
            "fee",
            "fee_basis",
            "result_doc",
            "special_steps",
            "basic_code",
            "implementation_code",
            "level",
            "serves",
            "conditions",
            "channels",
            "range",
            "visits",
            "visit_reason",
            "address",
            "hours",
            "phone",
            "complaint_phone",
            "confidence",
            "note");

    /** May be left out where nobody has anything new to say of them. */
    static final List<String> OPTIONAL = List.of(
            CHAIN,
            EXTENSION_DAYS,
            EXTENSION_GROUND,
            TECHNICAL_CHECK,
            ResultNumber.COLUMN,
            "result_sample",
            "remedies",
            "common_questions",
            OUTSIDE_REASON);

    /** 行使层级, 服务对象, 办理形式, 通办范围 by the names of GB/T 39046-2020. */
    static final List<String> LEVELS = List.of("国家级", "省级", "市级", "县级", "镇(乡、街道)级", "村(社区)级");

    static final List<String> SERVED = List.of("自然人", "企业法人", "事业法人", "社会组织法人", "行政机关", "其他组织");
    static final List<String> CHANNELS = List.of("窗口", "电脑端", "移动端", "快递", "自助终端");
    static final List<String> RANGES = List.of("全国", "跨省", "跨市", "跨县", "本市", "本县");

    /** The usual one first. */
    private static final List<Chain> CHAIN_VALUES = List.of(Chain.TWO, Chain.ONE, Chain.THREE);

    static final List<String> CHAINS = CHAIN_VALUES.stream().map(Chain::term).toList();

    private static final List<TechnicalCheck> CHECK_VALUES = List.of(TechnicalCheck.values());

    static final List<String> TECHNICAL_CHECKS =
            CHECK_VALUES.stream().map(TechnicalCheck::term).toList();
    static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::term).toList();
    private static final Pattern BASIC_CODE = Pattern.compile("\\d{12}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\.\\S{2,300}");
    private static final Pattern QUESTION_AND_ANSWER = Pattern.compile("[^？?]+[？?].*[^？?\\s].*");
    private static final int CREDIT_CODE = 18;
    private static final int IMPLEMENTATION_CODE = 31;

    private ItemsFile() {}

    /** A row, its names of department and window turned into codes. */
    record ItemRow(
            Row row, String department, String homeWindow, Terms terms, Particulars particulars, String confidence) {}

    /** By name of the item. */
    static Map<String, ItemRow> read(List<Row> rows, Names names, Map<String, Item> loaded, Origins origins) {
        Map<String, ItemRow> items = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row stated : rows) {
            Item before = loaded.get(stated.optional("item"));
            Row row = over(stated, before);
            ItemRow item = new ItemRow(
                    row,
                    names.department(row, "department"),
                    window(row, names),
                    OneThingsFile.terms(row, before == null ? null : before.terms()),
                    particulars(row, row.choice("status", STATUSES, List.of(Status.values()))),
                    row.word("confidence", OneThingsFile.CONFIDENCE));
            if (keys.add(row, "item", row.text("item"))) {
                items.put(row.optional("item"), origins.put(item, row));
            }
        }
        return items;
    }

    private static Row over(Row stated, @Nullable Item loaded) {
        Map<String, String> before = new HashMap<>(before(loaded));
        if (!stated.optional("home_window").isEmpty()) {
            // Whoever gives it a window has said that the reason why it had none is gone.
            before.remove(OUTSIDE_REASON);
        }
        return stated.over(before);
    }

    /** What was said of the item in the columns that may be left out. */
    static Map<String, String> before(@Nullable Item loaded) {
        Map<String, String> before = new HashMap<>();
        if (loaded != null) {
            RowWriter.particulars(loaded.particulars(), before);
        }
        return before;
    }

    /** Every item has a window, or says why it has none. */
    private static String window(Row row, Names names) {
        boolean isOutside = !row.optional(OUTSIDE_REASON).isEmpty();
        if (row.optional("home_window").isEmpty()) {
            if (!isOutside) {
                row.fault("home_window", "不能为空，可填：windows.csv 的 name_zh；没有窗口受理的，空着，在“未进驻理由”里写明为什么");
            }
            if (NOTHING.contains(row.optional(OUTSIDE_REASON))) {
                row.fault(
                        OUTSIDE_REASON,
                        "“" + row.optional(OUTSIDE_REASON) + "”不是理由，可填：为什么没有窗口受理，这句话会写在办事指南里；有窗口受理的，空着");
            }
            return "";
        }
        if (isOutside) {
            row.fault(OUTSIDE_REASON, "已经有受理窗口“" + row.optional("home_window") + "”，可填：空；确实不进驻的，清空受理窗口");
        }
        return names.window(row, "home_window");
    }

    static Particulars particulars(Row row, Status status) {
        return new Particulars(
                status,
                row.matchingIfAny("basic_code", BASIC_CODE, "12 位数字的基本编码"),
                implementationCode(row),
                anyOf(row, "level", LEVELS),
                someOf(row, "serves", SERVED),
                Sentences.of(row.optional("conditions")),
                someOf(row, "channels", CHANNELS),
                anyOf(row, "range", RANGES),
                visits(row),
                row.optional("visit_reason"),
                row.optional("fee_basis"),
                row.optional("address"),
                row.optional("hours"),
                row.matchingIfAny("phone", Particulars.PHONE, "电话号码，如 0379-63000000"),
                row.matchingIfAny("complaint_phone", Particulars.PHONE, "电话号码，如 12345"),
                row.optional(CHAIN).isEmpty() ? Chain.TWO : row.choice(CHAIN, CHAINS, CHAIN_VALUES),
                extension(row),
                row.optional(TECHNICAL_CHECK).isEmpty()
                        ? null
                        : row.choice(TECHNICAL_CHECK, TECHNICAL_CHECKS, CHECK_VALUES),
                row.matchingIfAny("result_sample", ADDRESS, "网址，如 https://www.example.gov.cn/sample.pdf"),
                Sentences.of(row.optional("remedies")),
                commonQuestions(row),
                row.optional(OUTSIDE_REASON));
    }

    /** Whoever says that the law lets it be extended by other days says which law. */
    private static Extension extension(Row row) {
        boolean hasDays = !row.optional(EXTENSION_DAYS).isEmpty();
        String ground = row.optional(EXTENSION_GROUND);
        if (hasDays == ground.isEmpty()) {
            row.fault(
                    hasDays ? EXTENSION_DAYS : EXTENSION_GROUND,
                    "最多延长的天数和依据要一起写，另一栏可填："
                            + (hasDays ? "法律名称和条款，如 市场主体登记管理条例第十九条" : "1 到 " + Extension.MOST_DAYS + " 的整数，如 3")
                            + "；两栏都空着的，按" + Extension.USUAL.ground() + "最多 " + Extension.USUAL.days() + " 天");
        }
        return hasDays ? new Extension(row.integer(EXTENSION_DAYS, 1, Extension.MOST_DAYS), ground) : Extension.USUAL;
    }

    private static List<String> commonQuestions(Row row) {
        List<String> questions = Sentences.of(row.optional("common_questions"));
        questions.stream()
                .filter(question -> !QUESTION_AND_ANSWER.matcher(question).matches())
                .forEach(question ->
                        row.fault("common_questions", "“" + question + "”没有写成一问一答，可填：问题写到问号，后面写回答，如 要本人来吗？可以委托他人。"));
        return questions;
    }

    /** 实施编码 = 统一社会信用代码 (18) + 行使层级 (1) + 基本编码 (12). */
    private static String implementationCode(Row row) {
        String code = row.optional("implementation_code");
        if (code.isEmpty()) {
            return code;
        }
        String allowed = "，可填：部门的统一社会信用代码 18 位 + 行使层级 1 位 + 基本编码 12 位";
        if (code.length() != IMPLEMENTATION_CODE) {
            row.fault("implementation_code", "应为 31 位，现为 " + code.length() + " 位" + allowed);
            return code;
        }
        Optional<String> refusal = CreditCode.refusal(code.substring(0, CREDIT_CODE));
        String basic = code.substring(CREDIT_CODE + 1);
        if (refusal.isPresent()) {
            row.fault("implementation_code", "前 18 位不对：" + refusal.get());
        } else if (!BASIC_CODE.matcher(basic).matches() || !Character.isDigit(code.charAt(CREDIT_CODE))) {
            row.fault("implementation_code", "第 19 至 31 位应为数字" + allowed);
        } else if (!row.optional("basic_code").isEmpty() && !basic.equals(row.optional("basic_code"))) {
            row.fault(
                    "implementation_code",
                    "末 12 位 " + basic + " 与基本编码 " + row.optional("basic_code") + " 不一致" + allowed);
        }
        // Its digit for the level is the place in the list of the standard.
        int level = LEVELS.indexOf(row.optional("level")) + 1;
        if (level > 0 && Character.isDigit(code.charAt(CREDIT_CODE)) && code.charAt(CREDIT_CODE) - '0' != level) {
            row.fault(
                    "implementation_code",
                    "第 19 位 " + code.charAt(CREDIT_CODE) + " 与行使层级“" + row.optional("level") + "”（" + level + "）不一致"
                            + allowed);
        }
        return code;
    }

    private static @Nullable Integer visits(Row row) {
        return row.optional("visits").isEmpty() ? null : row.integer("visits", 0, 20);
    }

    private static String anyOf(Row row, String column, List<String> words) {
        return row.optional(column).isEmpty() ? "" : row.word(column, words);
    }

    private static List<String> someOf(Row row, String column, List<String> words) {
        List<String> some = row.list(column, '|');
        some.stream()
                .filter(word -> !words.contains(word))
                .forEach(word -> row.fault(column, "没有“" + word + "”这个选项，可填：" + String.join("、", words) + "，各项用“|”隔开"));
        return some;
    }
}
