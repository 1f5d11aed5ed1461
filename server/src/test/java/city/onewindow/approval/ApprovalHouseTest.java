package city.onewindow.approval;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Slice;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the approval's tests share: sample cases, and how their matters stand. */
public abstract class ApprovalHouseTest extends HouseTest {

    @Autowired
    protected Approval approval;

    @Autowired
    Cases door;

    @Autowired
    Inbox inbox;

    @Autowired
    Matters matters;

    protected SampleCases cases;

    @BeforeEach
    void sampleCases() {
        cases = new SampleCases(house, transaction, clock, catalogs);
    }

    Matter matter(String number, String item) {
        return matters.one(SampleCases.REGION, number, item).orElseThrow();
    }

    /** By item, so that a whole case is compared at once. */
    protected Map<String, Step> steps(String number) {
        return matters.ofCase(SampleCases.REGION, number).stream()
                .collect(Collectors.toMap(Matter::item, Matter::step));
    }

    protected void review(String number, String item) {
        approval.review(number, item, Recommendation.GRANT, "材料齐全。", SampleCases.reviewer(item), null);
    }

    protected void grant(String number, String item) {
        review(number, item);
        approval.grant(number, item, "", SampleCases.decider(item), null);
    }

    protected void deny(String number, String item) {
        review(number, item);
        approval.deny(number, item, "不符合条件。", "某法第二条", SampleCases.decider(item), null);
    }

    protected void certify(String number, String item) {
        grant(number, item);
        approval.certify(number, item, "", SampleCases.certifier(item), null);
    }

    protected void deliver(String number, String... items) {
        approval.deliver(number, List.of(items), Step.DELIVER, null, cases.receipt(number), SampleCases.ISSUER);
    }

    /** Raises the cards that are due. */
    protected void sweepOnce() {
        house.getBean(Sweep.class).sweep();
    }

    /** All pages of it: other tests leave matters in the same inboxes. */
    List<InboxRow> inbox(InboxQuery query, Actor actor) {
        List<InboxRow> rows = new ArrayList<>();
        String after = null;
        do {
            Slice<InboxRow> page = inbox.page(query, after, 50, actor);
            rows.addAll(page.items());
            after = page.next();
        } while (after != null);
        return rows;
    }

    protected LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    protected String statusOf(String number) {
        return jdbc.sql("select status from approval.case_file where region = :region and number = :number")
                .param("region", SampleCases.REGION)
                .param("number", number)
                .query(String.class)
                .single();
    }
}
