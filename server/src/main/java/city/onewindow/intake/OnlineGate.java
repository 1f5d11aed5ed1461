package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Lets in who names the number and the query code of an application, and keeps out who tries too often. What is counted stays
 * counted whatever comes of it, so nothing here runs in a transaction of the caller's.
 */
@Service
public class OnlineGate {

    /** Who acts online: nobody has shown who he is. */
    public static final Actor APPLICANT = new Actor("applicant", "申请人", Set.of(), "", null);

    /** The header of a call that carries an applicant's query code, so that no log keeps it. */
    public static final String CODE = "Query-Code";

    private static final int KILOBYTE = 1024;

    private final Applications applications;
    private final Attempts attempts;
    private final Audit audit;
    private final Centre centre;

    OnlineGate(Applications applications, Attempts attempts, Audit audit, Centre centre) {
        this.applications = applications;
        this.attempts = attempts;
        this.audit = audit;
        this.centre = centre;
    }

    /**
     * Opens an application that was begun online.
     *
     * @param number as typed
     * @param queryCode as typed
     * @param address from which it is asked
     * @throws Problem.InvalidInput for what can be no number, and counts as no guess
     * @throws Problem.NotFound for a wrong number, a wrong code and one that was begun at a window, all alike
     * @throws Problem.NotAllowed if the address or the number was tried too often
     */
    public OpenedApplication open(String number, String queryCode, String address) {
        String whole = CaseNumber.typedWhole(number);
        // The address first: one that is kept out shuts no more numbers for their owners. What is right counts nothing
        // there, for
        // programs name number and code with every call.
        if (!attempts.isFree(Attempts.Purpose.OPEN_ADDRESS, address)
                || !attempts.use(Attempts.Purpose.OPEN_NUMBER, whole, 1)) {
            throw tooOften();
        }
        Optional<Application> found = applications
                .find(whole)
                .filter(application -> application.createdBy().equals(APPLICANT.account()))
                .filter(application -> Codes.isTyped(application.queryCode(), queryCode));
        if (found.isEmpty()) {
            attempts.use(Attempts.Purpose.OPEN_ADDRESS, address, 1);
            audit.record(APPLICANT.account(), "application.open-fail", "unknown", "");
            throw new Problem.NotFound("没有找到这件网上申请。请核对申请编号和查询码，两者都要填对。");
        }
        attempts.forget(Attempts.Purpose.OPEN_NUMBER, whole);
        audit.record(APPLICANT.account(), "application.open", whole, "");
        return new OpenedApplication(centre.region(), whole);
    }

    /**
     * Looks something up by number and query code, unless the address has guessed wrong too often. What is right counts nothing.
     *
     * @param number as typed
     * @param look throws {@link Problem.NotFound} where number or code is wrong, and for nothing else
     * @throws Problem.InvalidInput for what can be no number, and counts as no guess
     * @throws Problem.NotAllowed if the address guessed wrong too often
     */
    public <T> T lookUp(String number, String address, Supplier<T> look) {
        CaseNumber.typedWhole(number);
        if (!attempts.isFree(Attempts.Purpose.TRACK_ADDRESS, address)) {
            throw tooOften();
        }
        try {
            return look.get();
        } catch (Problem.NotFound wrong) {
            attempts.use(Attempts.Purpose.TRACK_ADDRESS, address, 1);
            throw wrong;
        }
    }

    private static Problem.NotAllowed tooOften() {
        return new Problem.NotAllowed("试的次数太多了。请 15 分钟后再试；急需办理的，可以直接到窗口。");
    }

    /** @throws Problem.NotAllowed if too many were begun from the address today */
    void mayBegin(String address) {
        if (!attempts.use(Attempts.Purpose.BEGIN_ADDRESS, address, 1)) {
            throw new Problem.NotAllowed("从您这里今天开始的申请太多了，请明天再来，或直接到窗口办理。");
        }
    }

    /** @throws Problem.NotAllowed if too much was uploaded from the address today */
    void mayUpload(String address, long bytes) {
        if (!attempts.use(Attempts.Purpose.UPLOAD_ADDRESS, address, bytes / KILOBYTE + 1)) {
            throw new Problem.NotAllowed("从您这里今天上传的文件太多了。已上传的都在；其余请明天再传，或带到窗口。");
        }
    }

    /** The key of an application that was begun a moment ago. */
    OpenedApplication begun(String number) {
        return new OpenedApplication(centre.region(), number);
    }
}
