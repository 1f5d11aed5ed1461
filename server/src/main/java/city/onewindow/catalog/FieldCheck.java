package city.onewindow.catalog;

import city.onewindow.kernel.CitizenId;
import city.onewindow.kernel.CreditCode;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.MobileNumber;
import city.onewindow.kernel.Vin;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether one text is a value of its data element; if not, why, with what would be right. */
public final class FieldCheck {

    private static final int LONGEST_TEXT = 2000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final int SHORTEST_ADDRESS = 5;
    private static final int SHORTEST_ADDRESS_ABROAD = 10;
    /** What the catalog's elements must match: compiled once, for each form is checked against all of them. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final DataElement element;
    private final Constraint limits;
    private final CheckWords words;

    public FieldCheck(DataElement element) {
        this(element, CheckWords.CHINESE);
    }

    FieldCheck(DataElement element, CheckWords words) {
        this.element = element;
        this.limits = element.constraint();
        this.words = words;
    }

    /**
     * @param values the other values of the form, for a check that hangs on one of them
     * @return what is wrong and what is right; empty if nothing is wrong
     */
    Optional<String> fault(String text, Map<String, String> values) {
        return refusal(text, values).map(reason -> words.about(element, reason));
    }

    /** The bare reason of {@link #fault}, without the element's name and example. */
    public Optional<String> refusal(String text, Map<String, String> values) {
        Optional<String> fault = switch (element.type()) {
            case NUMBER, MONEY -> number(text);
            case DATE -> date(text);
            case BOOLEAN, CHOICE -> choice(text);
            case MULTICHOICE -> choices(text);
            case USCC -> CreditCode.refusal(text).map(words::noSuchNumber);
            case EMAIL -> EMAIL.matcher(text).matches() ? Optional.empty() : Optional.of(words.noEmail());
            case REGION -> region(text);
            case TABLE -> Optional.of(words.needsRows());
            case ADDRESS -> text(text).or(() -> address(text));
            case PHONE -> MobileNumber.isAbroad(text) ? Optional.empty() : text(text);
            case TEXT, PERSON_ID, POSTCODE, FILE_REF -> text(text);
        };
        return fault.or(() -> checksum(text, values));
    }

    private Optional<String> text(String text) {
        int length = text.codePointCount(0, text.length());
        int longest = limits.max() == null ? LONGEST_TEXT : limits.max().intValue();
        if (length > longest) {
            return Optional.of(words.tooLong(longest, length));
        }
        if (limits.min() != null && length < limits.min().intValue()) {
            return Optional.of(words.tooShort(limits.min().intValue(), length));
        }
        if (limits.len() != null && length != limits.len()) {
            return Optional.of(words.wrongLength(limits.len(), length));
        }
        if (!limits.regex().isEmpty()
                && !PATTERNS.computeIfAbsent(limits.regex(), Pattern::compile)
                        .matcher(text)
                        .matches()) {
            return Optional.of(words.wrongForm());
        }
        return Optional.empty();
    }

    /** A place is found by its address, not by a word. One without Chinese characters lies abroad, and is written longer. */
    private Optional<String> address(String text) {
        boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
        return text.strip().length() >= (chinese ? SHORTEST_ADDRESS : SHORTEST_ADDRESS_ABROAD)
                ? Optional.empty()
                : Optional.of(words.noAddress());
    }

    private Optional<String> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.of(words.noNumber());
        }
        BigDecimal number = new BigDecimal(text);
        int scale = limits.scale() == null ? 9 : limits.scale();
        if (number.stripTrailingZeros().scale() > scale) {
            return Optional.of(words.tooFine(scale));
        }
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            return Optional.of(words.tooSmall(limits.min(), limits.unit()));
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            return Optional.of(words.tooLarge(limits.max(), limits.unit()));
        }
        return Optional.empty();
    }

    private Optional<String> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 1850 || date.getYear() > 2200 ? Optional.of(words.wrongYear()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(words.noDate());
        }
    }

    private Optional<String> choice(String text) {
        return element.options().stream().anyMatch(option -> option.code().equals(text))
                ? Optional.empty()
                : Optional.of(words.noChoice(text, codes()));
    }

    private Optional<String> choices(String text) {
        List<String> chosen = Arrays.asList(text.split("\\|", -1));
        if (chosen.stream().distinct().count() < chosen.size()) {
            return Optional.of(words.chosenTwice());
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
        return fits ? Optional.empty() : Optional.of(words.noRegion());
    }

    private Optional<String> checksum(String text, Map<String, String> values) {
        if (limits.checksum().isEmpty()) {
            return Optional.empty();
        }
        if (!limits.checksumWhen().holds(values)) {
            return element.type() == FieldType.PERSON_ID ? ofDocument(text, values) : Optional.empty();
        }
        Optional<String> refusal = switch (limits.checksum()) {
            case "gb11643" -> CitizenId.refusal(text);
            case "id_document" -> IdType.refusalOfAny(text);
            case "id_or_uscc" -> IdType.refusalOfAnyone(text);
            case "gb32100" -> CreditCode.refusal(text);
            case "gb16735" -> Vin.refusal(text);
            default -> throw new IllegalStateException("No such checksum: " + limits.checksum());
        };
        return refusal.map(words::noSuchNumber);
    }

    /** A person's number is one of some document: of the one that was chosen, else whichever it is. */
    private Optional<String> ofDocument(String text, Map<String, String> values) {
        return IdType.ofElement(values.getOrDefault("id_type", ""))
                .map(chosen -> chosen.refusal(text))
                .orElseGet(() -> IdType.refusalOfAny(text))
                .map(words::noSuchNumber);
    }

    private String codes() {
        return element.options().stream()
                .map(option -> option.code() + "（" + option.text() + "）")
                .collect(Collectors.joining("、"));
    }
}
