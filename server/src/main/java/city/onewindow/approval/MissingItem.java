package city.onewindow.approval;

import org.jspecify.annotations.Nullable;

/**
 * An item of an earlier stage that isn't granted, and so keeps a project out of the next.
 *
 * @param stage name of the earlier stage's one-thing
 * @param department code of the department that decides it
 * @param number of the case in which it stands; null if none has it
 * @param step where it stands; null if no case has it
 */
public record MissingItem(
        String item,
        String itemName,
        String stage,
        String department,
        String departmentName,
        @Nullable String number,
        @Nullable Step step,
        @Nullable Outcome outcome) {

    /** 「…」（…阶段，…局）：办件 … 中还在审查环节. */
    public String words() {
        return "「" + itemName + "」（" + stage + "，" + departmentName + "）" + where();
    }

    private String where() {
        if (number == null || step == null) {
            return "本系统没有记录。";
        }
        String stands = outcome == null ? "还在“" + step.term() + "”环节" : "已" + outcome.term();
        return "没有准予：办件 " + number + " 中" + stands + "。";
    }
}
