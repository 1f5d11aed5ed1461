package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.intake.Applicant;
import city.onewindow.intake.Intake;
import city.onewindow.intake.Original;
import city.onewindow.issuance.Delivery;
import city.onewindow.issuance.Handover;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** What happens at the issuing window: results are handed over, more often than not with every original that is still to be shown. */
final class HandoverActs {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Issuance issuance;
    private final Matters matters;
    private final Intake intake;
    private final Acknowledged told;

    HandoverActs(ApplicationContext house, Acknowledged told) {
        this.issuance = house.getBean(Issuance.class);
        this.matters = house.getBean(Matters.class);
        this.intake = house.getBean(Intake.class);
        this.told = told;
    }

    void handOver(Matter matter, Random random) {
        String number = matter.number();
        Applicant applicant = intake.applicantOfCase(number);
        List<String> items = matters.ofCase(SampleCases.REGION, number).stream()
                .filter(one -> one.step() == Step.DELIVER && random.nextBoolean()
                        || one.item().equals(matter.item()))
                .map(Matter::item)
                .toList();
        List<String> shown = issuance.toShow(number, SampleCases.ISSUER).stream()
                .filter(original -> random.nextInt(3) != 0)
                .map(Original::key)
                .toList();
        Delivery delivery = Delivery.collected(
                new Taker(applicant.name(), Relation.SELF, applicant.idType(), applicant.idNumber(), ""));
        IdempotencyKey key = new IdempotencyKey("hand-over-" + COUNT.incrementAndGet());
        Handover made = issuance.handOver(number, items, shown, delivery, SampleCases.ISSUER, key);
        told.handovers().put(made.receipt(), made);
        assertThat(issuance.handOver(number, items, shown, delivery, SampleCases.ISSUER, key))
                .as("handed over again under the same key")
                .isEqualTo(made);
    }
}
