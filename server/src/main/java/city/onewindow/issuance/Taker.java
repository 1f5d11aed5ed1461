package city.onewindow.issuance;

import city.onewindow.kernel.CitizenId;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who takes results at the window.
 *
 * @param relation null if it wasn't said
 * @param idNumber 公民身份号码, as shown at the window
 * @param authorisation what shows an agent's authority; empty for others
 */
public record Taker(String name, @Nullable Relation relation, String idNumber, String authorisation) {

    private static final int LONGEST = 100;

    public Taker {
        name = name.strip();
        idNumber = idNumber.strip().toUpperCase(Locale.ROOT);
        authorisation = authorisation.strip();
    }

    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST) {
            faults.add(new Fault("/taker/name", "请填写领取人姓名（最多 " + LONGEST + " 个字）。"));
        }
        if (relation == null) {
            faults.add(new Fault("/taker/relation", "请选择领取人与申请人的关系：本人、法定代表人或受托人。"));
        }
        CitizenId.refusal(idNumber).ifPresent(reason -> faults.add(new Fault("/taker/idNumber", reason)));
        if (relation == Relation.AGENT && authorisation.isEmpty() || authorisation.length() > LONGEST) {
            faults.add(new Fault("/taker/authorisation", "受托人领取的，请写明授权依据，例如：授权委托书（最多 " + LONGEST + " 个字）。"));
        }
        return faults;
    }

    /** As lists show the name. */
    public String masked() {
        return Masking.name(name);
    }
}
