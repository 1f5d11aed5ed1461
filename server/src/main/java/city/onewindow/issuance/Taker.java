package city.onewindow.issuance;

import city.onewindow.intake.Applicant;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who takes results.
 *
 * @param relation null if it wasn't said
 * @param idType by which they are identified at the window
 * @param idNumber of that document; may be empty where it isn't the window that sees it
 * @param authorisation what shows an agent's authority; empty for others
 */
public record Taker(String name, @Nullable Relation relation, IdType idType, String idNumber, String authorisation) {

    /** Of what was left or announced. */
    public static final Taker NOBODY = new Taker("", null, IdType.ID_CARD, "", "");

    private static final int LONGEST = 100;

    public Taker {
        name = name.strip();
        idNumber = idNumber.strip().toUpperCase(Locale.ROOT);
        authorisation = authorisation.strip();
    }

    List<Fault> faults(Way way) {
        if (!way.isTaken()) {
            return equals(NOBODY)
                    ? List.of()
                    : List.of(new Fault("/taker/name", way.term() + "没有人签收，不填领取人；有人签收的，请改选送达方式。"));
        }
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST) {
            faults.add(new Fault("/taker/name", "请填写领取人姓名（最多 " + LONGEST + " 个字）。"));
        }
        if (relation == null) {
            faults.add(new Fault("/taker/relation", "请选择领取人与申请人的关系。"));
        } else if (way == Way.COLLECTED && (relation == Relation.FAMILY || relation == Relation.RECEIVER)) {
            faults.add(new Fault("/taker/relation", "到窗口代领的，请选择受托人并写明授权依据。"));
        }
        if (idType == IdType.USCC) {
            faults.add(new Fault("/taker/idType", "领取人是个人，请用个人的证件。"));
        } else if (way == Way.COLLECTED || !idNumber.isEmpty()) {
            idType.refusal(idNumber).ifPresent(reason -> faults.add(new Fault("/taker/idNumber", reason)));
        }
        if (relation == Relation.AGENT && authorisation.isEmpty() || authorisation.length() > LONGEST) {
            faults.add(new Fault("/taker/authorisation", "受托人领取的，请写明授权依据，例如：授权委托书（最多 " + LONGEST + " 个字）。"));
        }
        return faults;
    }

    /**
     * What keeps them from taking the results of this applicant. 本人 is who applied: the name and the document of the
     * application, for names are shared. A natural person has no 法定代表人. Who that is of an organisation, and what an
     * agent's authorisation is worth, the clerk sees from the papers.
     */
    List<Fault> faults(Applicant applicant) {
        boolean isPerson = applicant.kind() == Applicant.Kind.PERSON;
        if (relation == Relation.LEGAL_REPRESENTATIVE && isPerson) {
            return List.of(new Fault("/taker/relation", "申请人是个人，没有法定代表人。请选择本人，或者受托人并写明授权依据。"));
        }
        if (relation == Relation.FAMILY && !isPerson) {
            return List.of(new Fault("/taker/relation", "申请人是单位，没有同住成年家属。请选择法定代表人、单位负责收件的人或者受托人。"));
        }
        if (relation == Relation.RECEIVER && isPerson) {
            return List.of(new Fault("/taker/relation", "申请人是个人，没有单位负责收件的人。请选择本人、同住成年家属或者受托人。"));
        }
        if (relation != Relation.SELF) {
            return isPerson && idNumber.equals(applicant.idNumber())
                    ? List.of(new Fault("/taker/idNumber", "这是申请人本人的证件号码。本人来领的，请选择本人；代领的，请填领取人自己的证件号码。"))
                    : List.of();
        }
        if (!isPerson) {
            return List.of(new Fault("/taker/relation", "申请人是单位，不能由“本人”领取。请选择法定代表人或受托人。"));
        }
        List<Fault> faults = new ArrayList<>();
        if (!name.equals(applicant.name())) {
            faults.add(new Fault("/taker/name", "领取人姓名与申请人不一致，不是本人。请核对证件；代领的请选择受托人并写明授权依据。"));
        }
        if (idNumber.isEmpty()) {
            return faults;
        }
        if (idType != applicant.idType()) {
            faults.add(
                    new Fault("/taker/idType", "申请时用的是" + applicant.idType().words() + "，请用同一种证件核对；代领的请选择受托人并写明授权依据。"));
        } else if (!idNumber.equals(applicant.idNumber())) {
            faults.add(new Fault("/taker/idNumber", "证件号码与申请时的不一致，不是本人。请核对证件；换领了证件的，请看旧证件或换领证明，填申请时的号码。"));
        }
        return faults;
    }

    /** As lists show the name. */
    public String masked() {
        return Masking.name(name);
    }
}
