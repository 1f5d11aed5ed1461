package city.onewindow.intake.web;

import city.onewindow.intake.Applicant;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An applicant as a call states it; what was left out is told together with what is wrong. */
record ApplicantBody(
        Applicant.@Nullable Kind kind,
        @Nullable String name,
        @Nullable IdType idType,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable AgentBody agent) {

    static final ApplicantBody NOBODY = new ApplicantBody(null, null, null, null, null, null);

    /** @param idType an identity card if it isn't said */
    record AgentBody(
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String authorisation) {

        Applicant.Agent toAgent() {
            return new Applicant.Agent(
                    text(name),
                    idType == null ? IdType.ID_CARD : idType,
                    text(idNumber),
                    text(phone),
                    text(authorisation));
        }
    }

    /** @throws Problem.InvalidInput if it isn't said who applies and by which document; the rest is for the door to judge */
    Applicant toApplicant() {
        Applicant stated = new Applicant(
                kind == null ? Applicant.Kind.PERSON : kind,
                text(name),
                idType == null ? IdType.OTHER : idType,
                text(idNumber),
                text(phone),
                agent == null ? null : agent.toAgent());
        List<Fault> faults = new ArrayList<>();
        if (kind == null) {
            faults.add(new Fault("/applicant/kind", "请写明申请人是个人（PERSON）还是单位（ORGANISATION）。"));
        }
        if (idType == null) {
            faults.add(new Fault("/applicant/idType", "请写明证件类型，例如居民身份证（ID_CARD）、统一社会信用代码（USCC）。"));
        }
        if (!faults.isEmpty()) {
            stated.faults().stream()
                    .filter(fault -> !fault.pointer().startsWith("/applicant/id"))
                    .forEach(faults::add);
            throw new Problem.InvalidInput(faults);
        }
        return stated;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
