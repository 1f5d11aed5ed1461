package city.onewindow.launch;

import java.time.LocalDate;

/** What a simulation has come to. */
final class Tally {

    private int accepted;
    private int noticed;
    private int closed;

    void accept() {
        accepted++;
    }

    void giveNotice() {
        noticed++;
    }

    /** What was told to be missing came in. */
    void comeBack() {
        noticed--;
    }

    void close() {
        closed++;
    }

    String upTo(LocalDate day) {
        return "到 %1$s：受理 %2$d 件，其中已办结 %3$d 件 / up to %1$s: %2$d accepted, %3$d of them closed"
                .formatted(day, accepted, closed);
    }

    String summary() {
        return "受理 %d 件，其中已办结 %d 件；待补正 %d 件 / %1$d accepted, %2$d of them closed; %3$d told what is missing"
                .formatted(accepted, closed, noticed);
    }
}
