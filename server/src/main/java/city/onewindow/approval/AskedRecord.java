package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;

/**
 * 听证笔录, as somebody wrote it.
 *
 * @param came who was there
 * @param spoken what was said
 * @param signed who checked it and signed, and who didn't and why
 * @param adjourned whether it was put off, as when the presider had to step back: another day is set, and nothing decided before
 */
public record AskedRecord(String came, String spoken, String signed, boolean adjourned) {

    private static final int LONGEST = 10_000;

    /** @throws Problem.InvalidInput unless all of it is there */
    AskedRecord checked() {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/came", "听证参加人", came, Said.LONGEST);
        TextFaults.demand(faults, "/spoken", "听证情况", spoken, LONGEST);
        TextFaults.demand(faults, "/signed", "核对签字情况", signed, Said.LONGEST);
        Problem.InvalidInput.refuse(faults);
        return new AskedRecord(came.strip(), spoken.strip(), signed.strip(), adjourned);
    }
}
