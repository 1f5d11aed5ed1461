package city.onewindow.approval;

import city.onewindow.intake.EarlierResult;
import city.onewindow.kernel.DayWords;
import java.time.LocalDate;

/**
 * 前阶段结果: what an item of an earlier stage issued, and what of an application it is.
 *
 * @param key of the material that it is
 * @param material as the application's items call it
 * @param result names what was issued, as the item's terms do
 * @param issuedOn when it was made
 */
public record StageResult(
        String key, String material, EarlierResult from, String itemName, String result, LocalDate issuedOn) {

    /** Where it comes from, as it is noted at the material. */
    public String words() {
        return "前阶段办件 " + from.number() + "「" + itemName + "」的结果：" + result + "，编号 " + from.certificate() + "，"
                + DayWords.of(issuedOn) + "制发。";
    }
}
