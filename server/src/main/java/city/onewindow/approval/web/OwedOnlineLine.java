package city.onewindow.approval.web;

import city.onewindow.intake.OwedOnline;
import city.onewindow.kernel.DayWords;
import java.util.List;

/**
 * What a window should have answered of what was handed in online, a sentence.
 *
 * @param closed code of its window, where that is closed; empty otherwise
 * @param takers open windows to which it may be handed over
 */
public record OwedOnlineLine(String number, String text, String closed, List<OwedOnline.Taker> takers) {

    static OwedOnlineLine of(OwedOnline owed) {
        String text = owed.windowName() + "：「" + owed.title() + "」" + owed.number() + "，"
                + (owed.until() == null
                        ? owed.status().words()
                        : "应于" + DayWords.of(owed.until()) + "前" + (owed.applied() ? "受理或者告知" : "看完预审"));
        String closed =
                owed.takers().isEmpty() ? "；窗口已撤销，没有人看得到，也没有别的窗口受理这件事，请恢复窗口或者联系申请人" : "；窗口已撤销，没有人看得到，请转到受理这件事的窗口";
        return new OwedOnlineLine(
                owed.number(), owed.closed() ? text + closed : text, owed.closed() ? owed.window() : "", owed.takers());
    }
}
