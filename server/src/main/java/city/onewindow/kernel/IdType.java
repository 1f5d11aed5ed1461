package city.onewindow.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** By which document somebody is identified (GA/T 2000.156); the code is the data element's {@code id_type}. */
public enum IdType {
    ID_CARD("居民身份证", "id_card") {
        @Override
        public Optional<String> refusal(String number) {
            return CitizenId.refusal(number);
        }
    },
    USCC("统一社会信用代码", "") {
        @Override
        public Optional<String> refusal(String number) {
            return CreditCode.refusal(number);
        }
    },
    PASSPORT("护照", "passport"),
    HKMO_PERMIT("港澳居民来往内地通行证", "hkmo_permit"),
    TW_PERMIT("台湾居民来往大陆通行证", "tw_permit"),
    RESIDENCE_PERMIT("港澳台居民居住证", "residence_permit"),
    FOREIGN_PR("外国人永久居留身份证", "foreign_pr"),
    OTHER("其他证件", "other");

    private static final Pattern ANY_NUMBER = Pattern.compile("[0-9A-Za-z()/-]{6,20}");

    private static final Pattern CREDIT_CODE_LIKE = Pattern.compile("(?=.{0,16}[A-Z]).{18}");

    /** No other document of a person has so long a number that begins with a digit: a Taiwan permit's ten are the most. */
    private static final Pattern CITIZENS_OF_PERSONS = Pattern.compile("\\p{Nd}.{10,}");

    /** One short or right: organisations abroad, and those of old, have numbers of up to 15 digits. */
    private static final Pattern CITIZENS_OF_ANYONE = Pattern.compile("\\p{Nd}.{16,17}");

    private final String words;
    private final String elementCode;

    IdType(String words, String elementCode) {
        this.words = words;
        this.elementCode = elementCode;
    }

    public String words() {
        return words;
    }

    /** Its code in the data element {@code id_type}; empty if the dictionary has none. */
    public String elementCode() {
        return elementCode;
    }

    /** Why this is no number of such a document, in Chinese; empty if it may be one. */
    public Optional<String> refusal(String number) {
        return ANY_NUMBER.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(words + "号码应为 6 至 20 位字母或数字，请核对证件后重新填写。");
    }

    /** The document with this code of the data element {@code id_type}; empty if there is none. */
    public static Optional<IdType> ofElement(String code) {
        return Arrays.stream(values())
                .filter(type -> !code.isEmpty() && type.elementCode.equals(code))
                .findFirst();
    }

    /**
     * The same where nobody is asked for the kind of document: what can only be a citizen's number, or a residence permit's, which is made
     * alike, is checked as one.
     */
    public static Optional<String> refusalOfAny(String number) {
        return refusal(Typed.normal(number), CITIZENS_OF_PERSONS);
    }

    /** The same of somebody who may be a person or an organisation; one of 18 characters with a letter in it is an organisation's. */
    public static Optional<String> refusalOfAnyone(String number) {
        Optional<String> noOrganisations = CreditCode.refusal(number);
        if (noOrganisations.isEmpty()) {
            return noOrganisations;
        }
        String typed = Typed.normal(number);
        return CREDIT_CODE_LIKE.matcher(typed).matches() ? noOrganisations : refusal(typed, CITIZENS_OF_ANYONE);
    }

    private static Optional<String> refusal(String typed, Pattern citizens) {
        if (citizens.matcher(typed).matches()) {
            return ID_CARD.refusal(typed);
        }
        return ANY_NUMBER.matcher(typed).matches() ? Optional.empty() : Optional.of("证件号码应为 6 至 20 位字母或数字，请核对证件后重新填写。");
    }
}
