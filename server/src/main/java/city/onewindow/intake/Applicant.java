package city.onewindow.intake;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.Masking;
import city.onewindow.kernel.MobileNumber;
import city.onewindow.kernel.TextFaults;
import city.onewindow.notice.Addressee;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whose application it is, and who brought it.
 *
 * @param name of the person or the organisation
 * @param phone a mobile number, for messages
 * @param agent who acts for the applicant; null if the applicant came in person
 */
public record Applicant(
        Kind kind,
        String name,
        IdType idType,
        String idNumber,
        String phone,
        @Nullable Agent agent) {

    public static final int LONGEST_NAME = 100;

    /** 自然人 or 法人、非法人组织. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }

    /**
     * A person with the applicant's authorisation (行政许可法 第二十九条第二款).
     *
     * @param authorisation what shows it, such as 授权委托书, and what it covers
     */
    public record Agent(String name, IdType idType, String idNumber, String phone, String authorisation) {

        public static final int LONGEST_AUTHORISATION = 200;

        public Agent {
            // What was sealed before agents had a kind of document was a citizen's number.
            idType = Objects.requireNonNullElse(idType, IdType.ID_CARD);
            idNumber = plainNumber(idNumber);
            phone = MobileNumber.typed(phone);
        }
    }

    public Applicant {
        // Who is neither would be shown by name everywhere.
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(idType, "idType");
        name = name.strip();
        idNumber = plainNumber(idNumber);
        phone = MobileNumber.typed(phone);
    }

    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        require(faults, "/applicant/name", name, "申请人姓名（名称）还没有填写。");
        TextFaults.limit(faults, "/applicant/name", "申请人姓名（名称）", name, LONGEST_NAME);
        if ((kind == Kind.ORGANISATION) != (idType == IdType.USCC)) {
            faults.add(new Fault(
                    "/applicant/idType",
                    kind == Kind.PERSON ? "申请人是个人，请用个人的证件。" : "申请人是单位，请用统一社会信用代码；还没有领取的，由法定代表人以个人身份申请。"));
        } else {
            number(faults, "/applicant/idNumber", "申请人证件号码", idNumber, idType::refusal);
        }
        mobile(faults, "/applicant/phone", "申请人手机号码", phone);
        if (agent != null) {
            require(faults, "/applicant/agent/name", agent.name(), "经办人姓名还没有填写。");
            TextFaults.limit(faults, "/applicant/agent/name", "经办人姓名", agent.name(), LONGEST_NAME);
            if (agent.idType() == IdType.USCC) {
                faults.add(new Fault("/applicant/agent/idType", "经办人是个人，请用个人的证件。"));
            } else {
                number(faults, "/applicant/agent/idNumber", "经办人证件号码", agent.idNumber(), agent.idType()::refusal);
            }
            // Nobody authorises himself, and what is collected, signed or declared by an agent would be his own.
            if (!idNumber.isBlank() && agent.idNumber().equals(idNumber)) {
                faults.add(
                        new Fault("/applicant/agent/idNumber", "经办人的证件号码和申请人的一样。申请人自己来办的，不填经办人；别人代办的，请填经办人自己的证件号码。"));
            }
            mobile(faults, "/applicant/agent/phone", "经办人手机号码", agent.phone());
            require(faults, "/applicant/agent/authorisation", agent.authorisation(), "请写明授权依据，例如：授权委托书，代为提交材料、领取结果。");
            TextFaults.limit(
                    faults,
                    "/applicant/agent/authorisation",
                    "授权依据和范围",
                    agent.authorisation(),
                    Agent.LONGEST_AUTHORISATION);
        }
        return faults;
    }

    /** To whom documents are written. */
    public Addressee addressee() {
        return new Addressee(name, masked());
    }

    /** As lists and the public pages show it; an organisation's name is public. */
    public String masked() {
        return kind == Kind.ORGANISATION ? name : Masking.name(name);
    }

    /** A Chinese input method types digits of full width. */
    static String plainNumber(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static void require(List<Fault> faults, String pointer, String text, String message) {
        if (text.isBlank()) {
            faults.add(new Fault(pointer, message));
        }
    }

    private static void number(
            List<Fault> faults,
            String pointer,
            String name,
            String number,
            Function<String, Optional<String>> refusal) {
        require(faults, pointer, number, name + "还没有填写。");
        if (!number.isBlank()) {
            refusal.apply(number).ifPresent(reason -> faults.add(new Fault(pointer, name + "不对：" + reason)));
        }
    }

    private static void mobile(List<Fault> faults, String pointer, String name, String phone) {
        require(faults, pointer, phone, name + "还没有填写。");
        if (!phone.isBlank() && !MobileNumber.isOne(phone)) {
            faults.add(new Fault(pointer, name + "应为 11 位，以 1 开头，例如 13800000000；境外的号码带国家或地区代码，例如 +85251234567。"));
        }
    }
}
