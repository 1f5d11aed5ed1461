package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Stage;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.intake.KeptApplications;
import city.onewindow.intake.RulingOrgan;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases of 工程建设项目, accepted as the intake does it; each test takes a project of its own. */
public final class StagedCases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Of the department that leads the window of all four stages. */
    public static final Actor LEAD = new Actor("lead-zjj", "孙牵头", Set.of(Role.LEAD_DEPARTMENT), "zjj", null);

    private final ApplicationContext house;
    private final TransactionTemplate transaction;
    private final Clock clock;
    final Catalog catalog;
    private final String project = "2411-410300-04-01-%06d".formatted(COUNT.incrementAndGet());

    public StagedCases(ApplicationContext house, TransactionTemplate transaction, Clock clock) {
        this.house = house;
        this.transaction = transaction;
        this.clock = clock;
        this.catalog = house.getBean(Catalogs.class).current();
    }

    public String project() {
        return project;
    }

    Stage stage(int seq) {
        return catalog.stages().all().get(seq - 1);
    }

    public OneThing oneThing(int seq) {
        return catalog.stages().oneThing(stage(seq));
    }

    /** Codes of what of this stage a later one needs. */
    List<String> needed(int seq) {
        return catalog.stages().grantedFirst(stage(seq)).stream()
                .map(Item::code)
                .toList();
    }

    /** @return the number of a case of that stage, answered as most are */
    public String accept(int seq) {
        return accept(Errand.of(catalog, oneThing(seq), Map.of()), "clerk");
    }

    /** What the law accepts no gate keeps out. */
    String acceptBySilence(int seq) {
        return accept(Errand.of(catalog, oneThing(seq), Map.of()), HistoryEntry.SYSTEM);
    }

    String accept(Errand errand, String by) {
        String number = "S" + "%08d".formatted(COUNT.incrementAndGet());
        LocalDateTime now = LocalDateTime.now(clock);
        new KeptApplications(house).add(number, SampleCases.APPLICANT, catalog.edition(), now);
        ApplicationAccepted accepted = new ApplicationAccepted(
                SampleCases.REGION,
                number,
                "CODE" + number,
                errand,
                Schedule.of(errand, house.getBean(Calendar.class).deadlines(), now),
                catalog.edition(),
                oneThing(1).window(),
                SampleCases.APPLICANT.addressee(),
                project,
                by,
                Map.of());
        transaction.executeWithoutResult(status -> house.publishEvent(accepted));
        return number;
    }

    /** Grants all matters of a case. */
    public void grantAll(String number) {
        Matters matters = house.getBean(Matters.class);
        Approval approval = house.getBean(Approval.class);
        for (Matter matter : matters.ofCase(SampleCases.REGION, number)) {
            String item = matter.item();
            if (matter.chain() != Chain.ONE) {
                approval.review(number, item, Recommendation.GRANT, "齐全", of(matter, "review", Role.REVIEWER), null);
            }
            if (matter.chain() == Chain.THREE) {
                approval.examine(number, item, Recommendation.GRANT, "同意", of(matter, "examine", Role.REVIEWER), null);
            }
            approval.grant(number, item, "", of(matter, "decide", Role.DECIDER), null);
        }
    }

    /** Grants all matters of a case and hands the results out. */
    public void finish(String number) {
        grantAll(number);
        issue(number);
    }

    /** Makes the results of all matters of a case, which are granted, and hands them out. */
    public void issue(String number) {
        Matters matters = house.getBean(Matters.class);
        Approval approval = house.getBean(Approval.class);
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        all.forEach(matter ->
                approval.certify(number, matter.item(), "证" + number, of(matter, "certify", Role.CERTIFIER), null));
        transaction.executeWithoutResult(status -> approval.deliver(
                number,
                all.stream().map(Matter::item).toList(),
                Step.DELIVER,
                null,
                new SampleCases(house, transaction, clock, house.getBean(Catalogs.class)).receipt(number),
                SampleCases.ISSUER));
    }

    /** A court sets the first decision of a case aside that a later stage needs. */
    public void setAside(String number) {
        setAside(number, needed(1).get(0));
    }

    /** A court sets a decision aside. */
    void setAside(String number, String item) {
        LocalDate today = LocalDate.now(clock);
        Matter fallen = house.getBean(Matters.class)
                .one(SampleCases.REGION, number, item)
                .orElseThrow();
        AskedRuling asked = new AskedRuling(
                RulingOrgan.COURT,
                "洛阳市涧西区人民法院",
                "（2026）豫0305行初1号",
                today,
                today,
                Ruling.Kind.DECIDE_ANEW,
                "撤销准予决定，责令重新作出。",
                "",
                false,
                null,
                null);
        house.getBean(RulingActs.class).record(number, fallen.item(), asked, of(fallen, "decide", Role.DECIDER), null);
    }

    static Actor of(Matter matter, String name, Role role) {
        return new Actor(matter.department() + "-" + name, "部门人员", Set.of(role), matter.department(), null);
    }
}
