package city.onewindow.intake;

import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the refusal of an application has to say (行政许可法 第三十二条第一款第二项、第三十八条第二款). Pure. */
final class RefusalRules {

    /** That it is not this organ's power: the applicant is told whose it is. */
    private static final Pattern NOT_OURS = Pattern.compile("三十二条(第一款)?第?[（(]?二[)）]?项");

    /** 有关行政机关 are the law's words, and name none. */
    private static final Pattern NAMES_ANOTHER =
            Pattern.compile("向(?!有关(行政)?机关)[\\p{IsHan}\\p{Alnum}]{2,40}?(申请|提出|办理)");

    private RefusalRules() {}

    static List<Fault> faults(String reason, String ground) {
        List<Fault> faults = new ArrayList<>();
        if (reason.isBlank()) {
            faults.add(new Fault("/reason", "请写明不予受理的理由，例如：申请事项依法不属于本机关职权范围，请向……申请。"));
        } else if (NOT_OURS.matcher(ground).find()
                && !NAMES_ANOTHER.matcher(reason).find()) {
            faults.add(new Fault("/reason", "不属于本机关职权范围的，要告知申请人向哪个机关申请（行政许可法第三十二条第一款第二项）。请在理由里写出它的名称：请向某某局申请。"));
        }
        if (ground.isBlank()) {
            faults.add(new Fault("/ground", "请写明法律依据（法律名称和条款），例如：行政许可法第三十二条第一款第二项。"));
        }
        return faults;
    }
}
