package city.onewindow.catalog;

import city.onewindow.kernel.CitizenId;
import city.onewindow.kernel.CreditCode;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.Vin;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether one text is a value of its data element; if not, why, with what would be right. */
public final class FieldCheck {

    private static final int LONGEST_TEXT = 2000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final int SHORTEST_ADDRESS = 5;
    private static final int SHORTEST_ADDRESS_ABROAD = 10;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final DataElement element;
    private final Constraint limits;

    public FieldCheck(DataElement element) {
        this.element = element;
        this.limits = element.constraint();
    }

    /**
     * @param values the other values of the form, for a check that hangs on one of them
     * @return what is wrong and what is right, in Chinese; empty if nothing is wrong
     */
    Optional<String> fault(String text, Map<String, String> values) {
        return refusal(text, values)
                .map(reason -> "「" + element.name() + "」" + reason + (reason.endsWith("。") ? "" : example() + "。"));
    }

    /** The bare reason of {@link #fault}, without the element's name and example. */
    public Optional<String> refusal(String text, Map<String, String> values) {
        Optional<String> fault = switch (element.type()) {
            case NUMBER, MONEY -> number(text);
            case DATE -> date(text);
            case BOOLEAN, CHOICE -> choice(text);
            case MULTICHOICE -> choices(text);
            case USCC -> CreditCode.refusal(text);
            case EMAIL -> EMAIL.matcher(text).matches() ? Optional.empty() : Optional.of("应为电子邮箱地址");
            case REGION -> region(text);
            case TABLE -> Optional.of("应为表格，一行一项");
            case ADDRESS -> text(text).or(() -> address(text));
            case TEXT, PERSON_ID, PHONE, POSTCODE, FILE_REF -> text(text);
        };
        return fault.or(() -> checksum(text, values));
    }

    private Optional<String> text(String text) {
        int length = text.codePointCount(0, text.length());
        int longest = limits.max() == null ? LONGEST_TEXT : limits.max().intValue();
        if (length > longest) {
            return Optional.of("最多" + longest + "个字，现在是" + length + "个");
        }
        if (limits.min() != null && length < limits.min().intValue()) {
            return Optional.of("至少" + limits.min().intValue() + "个字，现在是" + length + "个");
        }
        if (limits.len() != null && length != limits.len()) {
            return Optional.of("应为" + limits.len() + "位，现在是" + length + "位");
        }
        if (!limits.regex().isEmpty()
                && !Pattern.compile(limits.regex()).matcher(text).matches()) {
            return Optional.of("格式不对");
        }
        return Optional.empty();
    }

    /** A place is found by its address, not by a word. One without Chinese characters lies abroad, and is written longer. */
    private static Optional<String> address(String text) {
        boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
        return text.strip().length() >= (chinese ? SHORTEST_ADDRESS : SHORTEST_ADDRESS_ABROAD)
                ? Optional.empty()
                : Optional.of("应写到路和门牌号，或者村、组；境外的地址写到街道和门牌号");
    }

    private Optional<String> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.of("应为数字，不带单位和逗号");
        }
        BigDecimal number = new BigDecimal(text);
        int scale = limits.scale() == null ? 9 : limits.scale();
        if (number.stripTrailingZeros().scale() > scale) {
            return Optional.of(scale == 0 ? "应为整数" : "最多" + scale + "位小数");
        }
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            return Optional.of("不能小于" + limits.min().toPlainString() + limits.unit());
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            return Optional.of("不能大于" + limits.max().toPlainString() + limits.unit());
        }
        return Optional.empty();
    }

    private Optional<String> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 1850 || date.getYear() > 2200 ? Optional.of("的年份不对") : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("应为一个存在的日期，写成 年-月-日");
        }
    }

    private Optional<String> choice(String text) {
        return element.options().stream().anyMatch(option -> option.code().equals(text))
                ? Optional.empty()
                : Optional.of("没有「" + text + "」这一项，可选：" + codes());
    }

    private Optional<String> choices(String text) {
        List<String> chosen = Arrays.asList(text.split("\\|", -1));
        if (chosen.stream().distinct().count() < chosen.size()) {
            return Optional.of("有一项选了两次");
        }
        return chosen.stream().map(this::choice).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> region(String text) {
        boolean fits = SIX_DIGITS.matcher(text).matches()
                && switch (limits.level()) {
                    case "province" -> text.endsWith("0000");
                    case "city" -> text.endsWith("00");
                    default -> true;
                };
        return fits ? Optional.empty() : Optional.of("应为6位行政区划代码");
    }

    private Optional<String> checksum(String text, Map<String, String> values) {
        if (limits.checksum().isEmpty() || !limits.checksumWhen().holds(values)) {
            return Optional.empty();
        }
        return switch (limits.checksum()) {
            case "gb11643" -> CitizenId.refusal(text);
            case "id_document" -> IdType.refusalOfAny(text);
            case "gb32100" -> CreditCode.refusal(text);
            case "gb16735" -> Vin.refusal(text);
            default -> throw new IllegalStateException("No such checksum: " + limits.checksum());
        };
    }

    private String codes() {
        return element.options().stream()
                .map(option -> option.code() + "（" + option.text() + "）")
                .collect(Collectors.joining("、"));
    }

    private String example() {
        return element.example().isEmpty() ? "" : "，例如 " + element.example();
    }
}
