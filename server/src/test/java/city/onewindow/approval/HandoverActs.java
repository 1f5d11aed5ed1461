package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.intake.Applicant;
import city.onewindow.intake.Intake;
import city.onewindow.intake.Original;
import city.onewindow.issuance.Delivery;
import city.onewindow.issuance.Handover;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Sending;
import city.onewindow.issuance.Sendings;
import city.onewindow.issuance.Taker;
import city.onewindow.issuance.Way;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** What happens at the issuing window: results are sent, come back, and are handed over, more often than not with every original that is still to be shown. */
final class HandoverActs {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Issuance issuance;
    private final Matters matters;
    private final Intake intake;
    private final Sendings sendings;
    private final Clock clock;
    private final Acknowledged told;

    HandoverActs(ApplicationContext house, Clock clock, Acknowledged told) {
        this.sendings = house.getBean(Sendings.class);
        this.clock = clock;
        this.issuance = house.getBean(Issuance.class);
        this.matters = house.getBean(Matters.class);
        this.intake = house.getBean(Intake.class);
        this.told = told;
    }

    void act(Act act, Matter matter, Random random) {
        if (act == Act.DELIVER) {
            handOver(matter, random);
            return;
        }
        String number = matter.number();
        List<String> items = List.of(matter.item());
        IdempotencyKey key = new IdempotencyKey("sending-" + COUNT.incrementAndGet());
        LocalDate on = LocalDate.now(clock).minusDays(random.nextInt(3));
        Sending sending = new Sending(Way.MAILED, on, "中国邮政", "EX" + key.value(), "某处", "申请人在外地，没有来核验。");
        Supplier<List<HistoryEntry>> sent = act == Act.SEND
                ? () -> sendings.send(number, items, List.of(), sending, SampleCases.ISSUER, key)
                : () -> sendings.comeBack(number, items, "邮局退回", SampleCases.ISSUER, key);
        told.acted(sent.get(), SampleCases.ISSUER, key);
        told.acted(sent.get(), SampleCases.ISSUER, key);
    }

    private void handOver(Matter matter, Random random) {
        String number = matter.number();
        boolean onItsWay = matter.step() == Step.SENT;
        Applicant applicant = intake.applicantOfCase(number);
        List<String> items = matters.ofCase(SampleCases.REGION, number).stream()
                .filter(one -> one.step() == Step.DELIVER && !onItsWay && random.nextBoolean()
                        || one.item().equals(matter.item()))
                .map(Matter::item)
                .toList();
        List<String> shown = issuance.toShow(number, SampleCases.ISSUER).stream()
                .filter(original -> random.nextInt(3) != 0)
                .map(Original::key)
                .toList();
        Taker taker = new Taker(applicant.name(), Relation.SELF, applicant.idType(), applicant.idNumber(), "");
        Delivery delivery = onItsWay
                ? new Delivery(taker, Way.MAILED, LocalDate.now(clock), "某处", "中国邮政", "EX", "", "", "")
                : Delivery.collected(taker);
        IdempotencyKey key = new IdempotencyKey("hand-over-" + COUNT.incrementAndGet());
        Handover made = issuance.handOver(number, items, shown, delivery, SampleCases.ISSUER, key);
        told.handovers().put(made.receipt(), made);
        assertThat(issuance.handOver(number, items, shown, delivery, SampleCases.ISSUER, key))
                .as("handed over again under the same key")
                .isEqualTo(made);
    }
}
