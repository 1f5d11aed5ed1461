package city.onewindow.catalog.content;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** one-things.csv: a row is an item of a one-thing. */
final class OneThingsFile {

    static final String NAME = "one-things.csv";
    static final List<String> COLUMNS = List.of(
            "one_thing",
            "item",
            "item_type",
            "department",
            "window",
            "legal_basis",
            "statutory_days",
            "promised_days",
            "fee",
            "result_doc",
            "after_items",
            "seq",
            "optional",
            "case_kind",
            "day_unit",
            "home_window",
            "special_steps",
            "choice_group",
            "law_text_checked",
            "confidence",
            "note");

    /** May be left out where nobody has anything new to say of it. */
    static final List<String> OPTIONAL = List.of(ResultNumber.COLUMN);

    /** 行政权力 and 公共服务 by the names of GB/T 39046-2020, annex A. */
    static final List<String> ITEM_TYPES =
            List.of("行政许可", "行政处罚", "行政强制", "行政征收", "行政给付", "行政检查", "行政确认", "行政奖励", "行政裁决", "其他行政权力", "公共服务");

    static final List<String> CASE_KINDS =
            Stream.of(CaseKind.values()).map(CaseKind::term).toList();
    static final List<String> DAY_UNITS =
            Stream.of(DayUnit.values()).map(DayUnit::term).toList();
    static final List<String> MANDATORY = List.of("必办", "选办");
    static final List<String> CHECKED = List.of("yes", "partly", "not-found", "law-only", "guide-only");
    static final List<String> CONFIDENCE = List.of("high", "medium", "low");
    private static final Pattern CHOICE_GROUP = Pattern.compile("[^:：]+[:：](至多一项|[二三四五六七八九十多]选一)");
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(3650);
    private static final String ALLOWED_DAYS = "0(当场)、0.5(半天)或半天的整倍数，如 5，至多 " + MOST_DAYS;

    private OneThingsFile() {}

    /**
     * A row, its names of department and windows turned into codes.
     *
     * @param window where the one-thing is taken in, homeWindow where the item alone is
     */
    record MemberRow(
            Row row,
            String oneThing,
            String department,
            String window,
            String homeWindow,
            String confidence,
            Member member) {

        boolean isAtHome() {
            return window.equals(homeWindow);
        }
    }

    static List<MemberRow> read(List<Row> rows, Names names, Content loaded, Origins origins) {
        List<MemberRow> members = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            row.word("law_text_checked", CHECKED);
            Member member = new Member(
                    row.text("item"),
                    row.list("after_items", ';'),
                    row.integer("seq", 1, 1000),
                    row.choice("optional", MANDATORY, List.of(false, true)),
                    row.matchingIfAny("choice_group", CHOICE_GROUP, "组名:规则，规则为 至多一项、二选一、三选一等，如 环评类别:至多一项"),
                    terms(row, before(row, loaded)));
            if (keys.add(row, "item", row.text("one_thing"), member.item())) {
                members.add(new MemberRow(
                        row,
                        row.optional("one_thing"),
                        names.department(row, "department"),
                        names.window(row, "window"),
                        row.optional("home_window").isEmpty() ? "" : names.window(row, "home_window"),
                        row.word("confidence", CONFIDENCE),
                        origins.put(member, row)));
            }
        }
        return members;
    }

    /** What was said of the item in the one-thing, or else alone. */
    private static @Nullable Terms before(Row row, Content loaded) {
        OneThing thing = loaded.oneThings().get(row.optional("one_thing"));
        Item item = loaded.items().get(row.optional("item"));
        return Stream.ofNullable(thing)
                .flatMap(known -> known.members().stream())
                .filter(member -> member.item().equals(row.optional("item")))
                .map(Member::terms)
                .findFirst()
                .orElse(item == null ? null : item.terms());
    }

    /** @param before what was said of the same; null if nothing was */
    static Terms terms(Row row, @Nullable Terms before) {
        DayUnit unit = row.choice("day_unit", DAY_UNITS, List.of(DayUnit.values()));
        TimeLimit statutory = days(row, "statutory_days", unit);
        TimeLimit promised = days(row, "promised_days", unit);
        if (promised == null) {
            if (isNothing(row.optional("promised_days"))) {
                row.fault("promised_days", "不能为空，可填：天数，0 为当场办结，0.5 为半天");
            }
            promised = new TimeLimit(BigDecimal.ZERO, unit);
        } else if (statutory != null && promised.days().compareTo(statutory.days()) > 0) {
            row.fault(
                    "promised_days",
                    "承诺时限 " + row.optional("promised_days") + " 长于法定时限 " + row.optional("statutory_days")
                            + "，可填：不超过法定时限的天数");
        }
        return new Terms(
                row.word("item_type", ITEM_TYPES),
                row.choice("case_kind", CASE_KINDS, List.of(CaseKind.values())),
                row.text("legal_basis"),
                statutory,
                promised,
                row.text("fee"),
                row.text("result_doc"),
                ResultNumber.isDepartments(row, before),
                row.optional("special_steps"),
                row.optional("note"));
    }

    private static boolean isNothing(String days) {
        return days.isEmpty() || days.equals("—") || days.equals("-");
    }

    private static @Nullable TimeLimit days(Row row, String column, DayUnit unit) {
        String text = row.optional(column);
        BigDecimal days = isNothing(text) ? null : row.number(column, text, ALLOWED_DAYS);
        if (days == null) {
            return null;
        }
        boolean halves =
                days.multiply(BigDecimal.valueOf(2)).stripTrailingZeros().scale() <= 0;
        if (days.signum() < 0 || days.compareTo(MOST_DAYS) > 0 || !halves) {
            row.fault(column, "“" + text + "”不是天数，可填：" + ALLOWED_DAYS);
            return null;
        }
        return new TimeLimit(days, unit);
    }
}
