package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Situations;
import city.onewindow.catalog.TechnicalCheck;
import city.onewindow.catalog.Terms;
import city.onewindow.identity.AccountKind;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.intake.KeptApplications;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.IdType;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases for tests, accepted as the intake does it. An item is written as it stands in the graph: {@code "c<a,b"} waits for
 * a and b. Its department is {@code "dep-" + code}, its promise one working day.
 */
public final class SampleCases {

    public static final String REGION = "410300";
    public static final String WINDOW = "qykb";

    private static final String DECLARABLE = "公众聚集场所投入使用、营业前消防安全检查";

    private static final LocalDate NO_DAY = LocalDate.of(2099, 1, 1);
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Whose all these cases are. */
    public static final Applicant APPLICANT =
            new Applicant(Applicant.Kind.PERSON, "王小明", IdType.ID_CARD, "11010519491231002X", "13800000000", null);

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final ApplicationEventPublisher events;
    private final KeptApplications applications;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Calendar calendar;
    private final int edition;
    private final String declarable;

    public SampleCases(ApplicationContext house, TransactionTemplate transaction, Clock clock, Catalogs catalogs) {
        this.events = house;
        this.applications = new KeptApplications(house);
        this.transaction = transaction;
        this.clock = clock;
        this.calendar = house.getBean(Calendar.class);
        this.edition = catalogs.current().edition();
        this.declarable = catalogs.current().itemNamed(DECLARABLE).orElseThrow().code();
    }

    /** The code of an item that is accepted with a signed declaration (告知承诺), wherever it is in a case. */
    public String declarable() {
        return declarable;
    }

    /** @return the case's number */
    public String accept(String... items) {
        return acceptOf(APPLICANT, items);
    }

    /** @return the number of a case of such items, see {@link #item} */
    public String accept(List<CaseItem> items) {
        String number = number();
        acceptAs(number, APPLICANT, items);
        return number;
    }

    public void acceptAs(String number, String... items) {
        acceptAs(number, APPLICANT, items(items));
    }

    /** @return the number of the case of somebody else */
    public String acceptOf(Applicant applicant, String... items) {
        String number = number();
        acceptAs(number, applicant, items(items));
        return number;
    }

    /** Of a day on which nobody applies, so that lists have these cases last. */
    private static String number() {
        return CaseNumber.of(REGION, NO_DAY, COUNT.incrementAndGet());
    }

    /** Whether it is one of these cases, which no window took in. */
    static boolean isMade(String number) {
        return number.contains(NO_DAY.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    private void acceptAs(String number, Applicant applied, List<CaseItem> items) {
        boolean declared = items.stream().anyMatch(item -> item.item().code().equals(declarable));
        Applicant applicant = declared && applied == APPLICANT ? another() : applied;
        applications.add(number, applicant, edition, LocalDateTime.now(clock));
        Errand errand = new Errand(null, List.of(), Map.of(), items, List.of());
        ApplicationAccepted accepted = new ApplicationAccepted(
                REGION,
                number,
                ("code-" + number).toUpperCase(Locale.ROOT).replace("-", ""),
                errand,
                Schedule.of(errand, calendar.deadlines(), LocalDateTime.now(clock)),
                edition,
                WINDOW,
                applicant.addressee(),
                "",
                "clerk",
                items.stream()
                        .filter(item -> item.item().code().equals(declarable))
                        .collect(Collectors.toMap(item -> item.item().code(), item -> Codes.verify())));
        transaction.executeWithoutResult(status -> events.publishEvent(accepted));
    }

    /** Somebody new, so that what is revoked in one case bars nobody in another. */
    private static Applicant another() {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(PEOPLE.incrementAndGet());
        String digits = "110105" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "002";
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * ((1 << (17 - at)) % 11);
        }
        String idNumber = digits + "10X98765432".charAt(sum % 11);
        return new Applicant(APPLICANT.kind(), APPLICANT.name(), APPLICANT.idType(), idNumber, APPLICANT.phone(), null);
    }

    /** 送达回证 of a case, as the issuing room writes it out. */
    FairCopy receipt(String number) {
        LocalDateTime now = LocalDateTime.now(clock);
        return new FairCopy(
                REGION,
                DocumentKind.DELIVERY_RECEIPT,
                "洛政务送字",
                now.getYear(),
                Codes.verify(),
                number,
                APPLICANT.masked(),
                "洛阳市政务服务中心",
                now.toLocalDate(),
                now,
                "");
    }

    public static Actor reviewer(String item) {
        return new Actor("reviewer-" + item, "张三", Set.of(Role.REVIEWER), "dep-" + item, null);
    }

    public static Actor decider(String item) {
        return new Actor("decider-" + item, "李四", Set.of(Role.DECIDER), "dep-" + item, null);
    }

    public static Actor certifier(String item) {
        return new Actor("certifier-" + item, "王五", Set.of(Role.CERTIFIER), "dep-" + item, null);
    }

    /** A department's own system. */
    public static Actor system(String item) {
        return new Actor(
                "system-" + item,
                "部门系统",
                Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER),
                "dep-" + item,
                null,
                AccountKind.SYSTEM);
    }

    public static final Actor CLERK = new Actor("clerk", "赵六", Set.of(Role.CLERK), "zwfw", WINDOW);
    public static final Actor ISSUER = new Actor("issuer", "钱七", Set.of(Role.ISSUING_CLERK), "zwfw", "ck");

    private static List<CaseItem> items(String... written) {
        List<CaseItem> items = new ArrayList<>();
        for (String one : written) {
            String[] parts = one.split("<");
            List<String> after = parts.length == 1 ? List.of() : List.of(parts[1].split(","));
            items.add(item(parts[0], TimeLimit.workingDays("1"), TimeLimit.workingDays("20"), after));
        }
        return items;
    }

    /** One that waits for nothing, a promise of one working day. */
    public static CaseItem item(String code, Chain chain) {
        return item(code, TimeLimit.workingDays("1"), TimeLimit.workingDays("20"), List.of(), chain);
    }

    /** One of such a type (行政许可, 公共服务 …) that waits for nothing. */
    static CaseItem item(String code, String type, TimeLimit statutory) {
        return item(code, type, TimeLimit.workingDays("1"), statutory, List.of(), Chain.TWO);
    }

    /** @param after codes */
    public static CaseItem item(String code, TimeLimit promised, @Nullable TimeLimit statutory, List<String> after) {
        return item(code, promised, statutory, after, Chain.TWO);
    }

    /** @param after codes */
    static CaseItem item(
            String code, TimeLimit promised, @Nullable TimeLimit statutory, List<String> after, Chain chain) {
        return item(code, "行政许可", promised, statutory, after, chain);
    }

    static CaseItem item(
            String code,
            String type,
            TimeLimit promised,
            @Nullable TimeLimit statutory,
            List<String> after,
            Chain chain) {
        CaseKind kind = chain == Chain.ONE ? CaseKind.ON_THE_SPOT : CaseKind.PROMISED;
        boolean licence = code.startsWith("licence");
        String result = (licence ? "许可证" : "文书") + code;
        Terms terms = new Terms(type, kind, "某法第一条", statutory, promised, "0", result, licence, "", "");
        return new CaseItem(
                new Item(
                        code,
                        name(code),
                        "dep-" + code,
                        WINDOW,
                        terms,
                        "",
                        List.of(),
                        List.of(),
                        "high",
                        with(chain, Extension.USUAL, null),
                        Situations.NONE),
                terms,
                after.stream().map(SampleCases::name).toList(),
                List.of());
    }

    /** A special procedure that somebody else carries out. */
    public static AskedProcedure special(SpecialProcedure.@Nullable Kind kind, String reason, @Nullable LocalDate end) {
        return new AskedProcedure(kind, reason, "市检测中心", "", end);
    }

    /** What a department says of its item where its law has something of its own. */
    public static Particulars with(Chain chain, Extension extension, @Nullable TechnicalCheck check) {
        Particulars none = Particulars.NONE;
        return new Particulars(
                none.status(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                "",
                "",
                "",
                "",
                "",
                "",
                chain,
                extension,
                check,
                "",
                List.of(),
                List.of(),
                "");
    }

    private static String name(String code) {
        return "事项" + code;
    }
}
