package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

/** Follows through a matter's history whose it is, and holds what was written of its transfers against that. */
final class Whose {

    private final Matter matter;
    private final List<Transfer> transfers;
    private String department;
    private int handedOver;

    Whose(Matter matter, List<Transfer> transfers) {
        this.matter = matter;
        this.transfers = transfers;
        this.department =
                transfers.isEmpty() ? matter.department() : transfers.get(0).from();
    }

    /** Whose people do this now. */
    String acting(Act act) {
        return act == Act.RECALL ? last().from() : department;
    }

    void did(HistoryEntry entry) {
        switch (entry.act()) {
            case TRANSFER, ASSIGN -> {
                assertThat(transfers).as("written down: %s", entry).hasSizeGreaterThan(handedOver);
                handedOver++;
                assertThat(last().from())
                        .as("handed over by who had it: %s", entry)
                        .isEqualTo(department);
                assertThat(transfers.subList(0, handedOver - 1))
                        .as("not to who sent it back, and not after the centre has said whose it is: %s", entry)
                        .noneMatch(before -> before.endedBy(Act.ASSIGN)
                                || entry.act() == Act.TRANSFER && before.declinedBy(last().to()));
                department = last().to();
            }
            case TAKE_ON -> answered(entry);
            case DECLINE, RECALL -> {
                answered(entry);
                department = last().from();
            }
            case WITHDRAW, LAPSE -> {
                if (entry.from() == Step.TRANSFER) {
                    answered(entry);
                    department = last().from();
                }
            }
            default -> {}
        }
    }

    private void answered(HistoryEntry entry) {
        Transfer.Answer answer = Objects.requireNonNull(last().answer());
        assertThat(List.of(answer.ending(), answer.reason(), answer.at()))
                .as("%s", entry)
                .isEqualTo(List.of(entry.act(), entry.opinion(), entry.at()));
    }

    void check() {
        assertThat(transfers).as("as often as %s was handed over", matter).hasSize(handedOver);
        assertThat(matter.department()).as("whose %s is", matter).isEqualTo(department);
    }

    private Transfer last() {
        return transfers.get(handedOver - 1);
    }
}
