package city.onewindow.notice;

import static city.onewindow.notice.Place.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The documents whose wording a centre edits: what each can name, and what the law wants it to say. A kind that is given for several
 * reasons has a wording for each. Head, number, addressee, date, place of the seal and legal ground are the layout's, so no wording can lose them.
 *
 * <p>A new one is a constant here, a row in {@code content/wordings.csv}, and the {@link PlaceValues} where it is issued.
 */
public enum WordedDocument {
    RECEIPT(
            DocumentKind.RECEIPT,
            "",
            Law.licence("三十二条第一款第四项").names(MATERIALS, RECEIVED_AT, ANSWER_BY),
            ERRAND,
            APPLICATION_NUMBER,
            QUERY_CODE,
            WINDOW,
            CLERK),
    ONE_TIME_NOTICE(
            DocumentKind.ONE_TIME_NOTICE,
            "",
            Law.licence("三十二条第一款第四项").names(ERRAND, GAPS, SUPPLY_BY),
            WINDOW,
            APPLICATION_NUMBER,
            QUERY_CODE,
            CLERK),
    CORRECTION_RECORD(
            DocumentKind.CORRECTION_RECORD,
            "",
            Law.licence("三十二条第一款第三项").names(ERRAND, CORRECTIONS).says("签名："),
            APPLICATION_NUMBER,
            CORRECTED_AT,
            WINDOW,
            CLERK),
    ACCEPTANCE(DocumentKind.ACCEPTANCE, "", Law.acceptance(), acceptance()),
    ACCEPTANCE_AFTER_NOTICE(DocumentKind.ACCEPTANCE, "补正后", Law.acceptance(), acceptance()),
    ACCEPTANCE_BY_SILENCE(DocumentKind.ACCEPTANCE, "视为受理", Law.acceptance(), acceptance()),
    ACCEPTANCE_BY_SILENCE_AFTER_NOTICE(DocumentKind.ACCEPTANCE, "补正后视为受理", Law.acceptance(), acceptance()),
    DEFERRED_ACCEPTANCE(
            DocumentKind.DEFERRED_ACCEPTANCE,
            "",
            Law.of("河南省优化营商环境条例", "三十五条").names(ERRAND, DEFERRED, SUPPLY_BY),
            WINDOW,
            CLERK),
    DEFERRAL_PROMISE(
            DocumentKind.DEFERRAL_PROMISE,
            "",
            Law.of("河南省优化营商环境条例", "三十五条").names(ERRAND, DEFERRED).says("逾期"),
            APPLICATION_NUMBER,
            PROMISER),
    DECLARATION(
            DocumentKind.DECLARATION,
            "",
            Law.of("河南省优化营商环境条例", "三十四条")
                    .names(ITEM, GROUND, CONDITIONS, CHECK_DAYS, MEND_DAYS, PROMISER)
                    .says("自主选择", "撤回承诺", "撤销", "签名："),
            APPLICATION_NUMBER,
            APPLICANT,
            ID_NUMBER,
            REPLACED,
            CHECKER),
    REFUSAL(
            DocumentKind.REFUSAL,
            "",
            Law.licence("三十二条第二款").names(ERRAND, REASON, GROUND).and(Law.remedies()),
            APPLICATION_NUMBER,
            CLERK),
    RETURN(DocumentKind.RETURN, "", Law.returned(), APPLICATION_NUMBER, WINDOW, CLERK),
    RETURN_LAPSED(DocumentKind.RETURN, "逾期未补正", Law.lapsed(), APPLICATION_NUMBER, WINDOW, CLERK),
    RETURN_ONLINE(DocumentKind.RETURN, "网上撤回", Law.returned(), APPLICATION_NUMBER, WINDOW),
    GRANT(DocumentKind.GRANT, "", Law.grant(), ACCEPTED_ON, CASE_NUMBER, RESULT),
    DENIAL(DocumentKind.DENIAL, "", Law.denial(), ACCEPTED_ON, CASE_NUMBER),
    GRANT_HEARD(DocumentKind.GRANT, "听证后", Law.grant().and(Law.record()), ACCEPTED_ON, CASE_NUMBER, RESULT),
    DENIAL_HEARD(DocumentKind.DENIAL, "听证后", Law.denial().and(Law.record()), ACCEPTED_ON, CASE_NUMBER),
    GRANT_DECLARED(
            DocumentKind.GRANT,
            "告知承诺",
            Law.grant().names(DECLARATION_CODE, CHECKED_BY),
            ACCEPTED_ON,
            CASE_NUMBER,
            RESULT),
    MENDING_ORDER(
            DocumentKind.MENDING_ORDER,
            "",
            Law.licence("六十一条").names(ITEM, FOUND, MENDED_BY).and(Law.remedies()),
            CASE_NUMBER),
    REVOCATION(
            DocumentKind.REVOCATION,
            "",
            Law.licence("六十九条").names(ITEM, REASON, GROUND, HEARD).and(Law.remedies()),
            CASE_NUMBER),
    RULING_NOTICE(
            DocumentKind.RULING_NOTICE,
            "",
            Law.of("中华人民共和国行政复议法", "七十七条").names(ITEM, RULING, RULED, TAKEN_BACK, CONSEQUENCE),
            CASE_NUMBER),
    SPECIAL_PROCEDURE(
            DocumentKind.SPECIAL_PROCEDURE,
            "",
            Law.licence("四十五条").names(ITEM, PROCEDURE, SPAN),
            ACCEPTED_ON,
            CASE_NUMBER,
            GROUND,
            REASON,
            CARRIED_OUT_BY,
            PROMISED,
            STATUTORY),
    HEARING_RIGHT(DocumentKind.HEARING_RIGHT, "", Law.hearingRight(), CASE_NUMBER, APPLICANT, REASON),
    HEARING_RIGHT_TO_OTHERS(
            DocumentKind.HEARING_RIGHT_TO_OTHERS, "", Law.hearingRight(), CASE_NUMBER, APPLICANT, REASON),
    HEARING_NOTICE(
            DocumentKind.HEARING_NOTICE,
            "",
            Law.hearingNotice().and(Law.licence("四十五条").names(SPAN)),
            CASE_NUMBER,
            APPLICANT,
            REASON,
            PROMISED,
            STATUTORY),
    HEARING_NOTICE_TO_OTHERS(
            DocumentKind.HEARING_NOTICE_TO_OTHERS, "", Law.hearingNotice(), CASE_NUMBER, APPLICANT, REASON),
    HEARING_ANNOUNCEMENT(
            DocumentKind.HEARING_ANNOUNCEMENT,
            "",
            Law.licence("四十六条、第四十八条第一款第一项").names(ITEM, HEARING_AT, HEARING_PLACE),
            CASE_NUMBER,
            PRESIDER,
            REASON),
    HEARING_RECORD(
            DocumentKind.HEARING_RECORD,
            "",
            Law.licence("四十八条第一款")
                    .names(ITEM, HEARING_AT, HEARING_PLACE, PRESIDER, HEARING_CAME, HEARING_SPOKEN, HEARING_SIGNED),
            CASE_NUMBER),
    JOINT_INSPECTION(
            DocumentKind.JOINT_INSPECTION,
            "",
            Law.licence("三十四条第三款").names(ITEM, INSPECTED_AT, SITE, VISITORS).says("两人"),
            CASE_NUMBER,
            SUBJECT,
            PREPARE),
    JOINT_INSPECTION_MOVED(
            DocumentKind.JOINT_INSPECTION,
            "改期",
            Law.licence("三十四条第三款").names(ITEM, INSPECTED_AT, REASON),
            inspection()),
    JOINT_INSPECTION_CANCELLED(
            DocumentKind.JOINT_INSPECTION,
            "取消",
            Law.licence("三十四条第三款").names(ITEM, INSPECTED_AT, REASON),
            inspection()),
    INSPECTION_RECORD(
            DocumentKind.INSPECTION_RECORD,
            "",
            Law.licence("三十四条第三款").names(INSPECTED_AT, SITE, FINDINGS, SAID, SIGNERS),
            ITEM,
            CASE_NUMBER,
            SUBJECT),
    CONSULTATION(
            DocumentKind.CONSULTATION,
            "",
            Law.licence("二十六条第二款").names(ITEM, QUESTION, OPINION_BY),
            CASE_NUMBER,
            CASE_TITLE),
    OPINION(
            DocumentKind.OPINION,
            "",
            Law.licence("二十六条第二款").names(ITEM, Place.OPINION, OPINION_WORDS),
            CASE_NUMBER,
            CASE_TITLE,
            QUESTION),
    EXTENSION(
            DocumentKind.EXTENSION,
            "",
            Law.licence("四十二条第一款").names(ITEM, REASON, EXTENDED_TO),
            ACCEPTED_ON,
            CASE_NUMBER,
            GROUND,
            EXTENDED_BY,
            EXTENDED_FROM),
    JOINT_EXTENSION(
            DocumentKind.EXTENSION, "统一办理", Law.jointExtension(), ACCEPTED_ON, CASE_NUMBER, EXTENDED_BY, EXTENDED_FROM),
    TERMINATION_DEPENDENT(
            DocumentKind.TERMINATION, "前序事项不予", Law.of("优化营商环境条例", "三十六条").names(ITEM, REASON), CASE_NUMBER),
    TERMINATION_WITHDRAWN(
            DocumentKind.TERMINATION,
            "申请人撤回",
            Law.of("优化营商环境条例", "三十六条").names(ENDED, REASON),
            CASE_NUMBER,
            CASE_TITLE),
    TERMINATION_LAPSED(
            DocumentKind.TERMINATION,
            "逾期未补交",
            Law.of("优化营商环境条例", "三十六条").names(ENDED, REASON).and(Law.remedies()),
            CASE_NUMBER,
            CASE_TITLE),
    CERTIFICATE(DocumentKind.CERTIFICATE, "", Law.licence("三十九条").names(ITEM, RESULT), CASE_NUMBER, CERTIFICATE_NUMBER),
    DELIVERY_RECEIPT(DocumentKind.DELIVERY_RECEIPT, "", Law.collected(), delivery(AUTHORITY, DELIVERY_PLACE)),
    DELIVERY_BROUGHT(DocumentKind.DELIVERY_RECEIPT, "上门送达", Law.brought(), delivery(AUTHORITY)),
    DELIVERY_MAILED(DocumentKind.DELIVERY_RECEIPT, "邮寄送达", Law.mailed(), delivery(AUTHORITY)),
    DELIVERY_LEFT(DocumentKind.DELIVERY_RECEIPT, "留置送达", Law.left(), delivery()),
    DELIVERY_FORWARDED(DocumentKind.DELIVERY_RECEIPT, "转交、委托送达", Law.forwarded(), delivery(AUTHORITY)),
    DELIVERY_ANNOUNCED(DocumentKind.DELIVERY_RECEIPT, "公告送达", Law.announced(), delivery()),
    MATERIAL_SLIP(DocumentKind.MATERIAL_SLIP, "", Law.slip(), slip()),
    PICK_UP_NOTICE(DocumentKind.PICK_UP_NOTICE, "", Law.pickUp(), pickUp()),
    LETTER_OF_AUTHORITY(DocumentKind.LETTER_OF_AUTHORITY, "", Law.authority(), authority());

    private final DocumentKind kind;
    private final String occasion;
    private final List<Must> musts;
    private final Set<Place> places;

    /** @param more places than those that it must name */
    WordedDocument(DocumentKind kind, String occasion, Law law, Place... more) {
        this.kind = kind;
        this.occasion = occasion;
        this.musts = List.copyOf(law.musts());
        Set<Place> all = EnumSet.copyOf(List.of(more));
        musts.forEach(must -> Optional.ofNullable(must.place()).ifPresent(all::add));
        this.places = Collections.unmodifiableSet(all);
    }

    private static Place[] acceptance() {
        return new Place[] {ERRAND, QUERY_CODE, APPLICANT, ID_NUMBER, PROMISED, STATUTORY, WINDOW, CLERK, MATERIALS};
    }

    private static Place[] inspection() {
        return new Place[] {CASE_NUMBER, SITE, SUBJECT};
    }

    private static Place[] slip() {
        return new Place[] {REASON, SLIP_NUMBER, CLERK, PASSED_ON_AT, RECEPTION};
    }

    private static Place[] delivery(Place... more) {
        return Stream.concat(Stream.of(CASE_NUMBER, CASE_TITLE, CLERK, UNFINISHED), Stream.of(more))
                .toArray(Place[]::new);
    }

    private static Place[] pickUp() {
        return new Place[] {APPLICANT, CASE_NUMBER, CASE_TITLE, ADDRESS, TO_BRING, UNFINISHED};
    }

    private static Place[] authority() {
        return new Place[] {ERRAND, APPLICATION_NUMBER, APPLICANT, ID_NUMBER, AGENT_ID_NUMBER};
    }

    /** The document of a name as {@link #title()} has it. */
    public static Optional<WordedDocument> named(String title) {
        return Arrays.stream(values())
                .filter(document -> document.title().equals(title))
                .findFirst();
    }

    /** The document of a code as addresses have it. */
    public static Optional<WordedDocument> coded(String code) {
        return Arrays.stream(values())
                .filter(document -> document.code().equals(code))
                .findFirst();
    }

    public DocumentKind kind() {
        return kind;
    }

    /** Title of the document, and on which occasion it is given if there are several. */
    public String title() {
        return occasion.isEmpty() ? kind.title() : kind.title() + "（" + occasion + "）";
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it can name; all of them are filled in wherever it is issued. */
    public Set<Place> places() {
        return places;
    }

    /** What it can't do without, as it stands in the wording. */
    public List<String> needed() {
        return musts.stream().map(Must::spelling).toList();
    }

    List<Must> musts() {
        return musts;
    }
}
