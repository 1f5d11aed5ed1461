package city.onewindow.intake;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the refusal of an application has to say (行政许可法 第三十二条第一款第二项、第三十八条第二款).
 *
 * @param ground law and article
 * @param organ 有权机关: to which the applicant has to turn; told, and needed, only where the ground is that it isn't this organ's power
 */
public record Refusal(String reason, String ground, String organ) {

    private static final Pattern NOT_OURS = Pattern.compile("三十二条(第一款)?第?[（(]?二[)）]?项");

    /** The law's words, which name none. */
    private static final Pattern ANY = Pattern.compile("有[关权](行政)?机关");

    private static final int LONGEST_NAME = 100;

    public Refusal {
        reason = reason.strip();
        ground = ground.strip();
        organ = organ.strip();
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (reason.isEmpty()) {
            faults.add(new Fault("/reason", "请写明不予受理的理由，例如：申请事项依法不属于本机关职权范围。"));
        }
        if (ground.isEmpty()) {
            faults.add(new Fault("/ground", "请写明法律依据（法律名称和条款），例如：行政许可法第三十二条第一款第二项。"));
        }
        if (isNotOurs() && (organ.isEmpty() || ANY.matcher(organ).matches())) {
            faults.add(new Fault("/organ", "不属于本机关职权范围的，要告知申请人向哪个机关申请（行政许可法第三十二条第一款第二项）。请填写有权机关的名称，例如：洛阳市公安局。"));
        }
        TextFaults.limit(faults, "/organ", "有权机关", organ, LONGEST_NAME);
        return faults;
    }

    /** The reason, and to whom to turn instead. */
    String words() {
        return isNotOurs() ? reason.replaceAll("。$", "") + "。请向" + organ + "申请。" : reason;
    }

    private boolean isNotOurs() {
        return NOT_OURS.matcher(ground).find();
    }
}
