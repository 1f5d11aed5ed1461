package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.JointHandling;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval's door for the limit of a whole case: {@link JointHandling} is lengthened once, by the leader of the government. */
@Service
@Transactional
public class JointExtensions {

    private static final int LONGEST_NAME = 200;

    private final JointExtensionTable table;
    private final CaseFiles files;
    private final Matters matters;
    private final SpecialProcedures procedures;
    private final DecisionDocuments documents;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    JointExtensions(
            JointExtensionTable table,
            CaseFiles files,
            Matters matters,
            SpecialProcedures procedures,
            DecisionDocuments documents,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.table = table;
        this.files = files;
        this.matters = matters;
        this.procedures = procedures;
        this.documents = documents;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Whether the limit of this case may still be lengthened by this actor, as far as its file tells.
     *
     * @param all its matters
     */
    public boolean mayExtend(CaseFile file, List<Matter> all, Actor actor) {
        return actor.has(Role.MANAGER)
                && !file.isClosed()
                && Objects.equals(file.jointDays(), limit())
                && isLonger(clocks(file.number(), all), 1, LocalDateTime.now(clock));
    }

    /**
     * Lengthens it, and tells the applicant the reason in writing.
     *
     * @param days 1 to {@value JointHandling#LONGEST_EXTENSION} working days
     * @param approvedBy which leader of the government approved it, and by what paper
     * @throws Problem.Conflict for a case that is closed, late, extended already, or for which the limit isn't what counts
     */
    public JointExtension extend(
            String number,
            @Nullable Integer days,
            String reason,
            String approvedBy,
            Actor actor,
            @Nullable IdempotencyKey key) {
        actor.must(Role.MANAGER);
        // Under this lock the same submission, sent twice at once, is answered like one that was sent again.
        matters.locked(centre.region(), number);
        Optional<JointExtension> before = before(number, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        int more = checked(days, reason, approvedBy);
        CaseFile file = files.find(centre.region(), number).orElseThrow(Approval::unknown);
        LocalDateTime now = LocalDateTime.now(clock);
        refuse(file);
        List<Matter> all = matters.ofCase(centre.region(), number);
        if (CaseClock.together(all).isEmpty()) {
            throw new Problem.Conflict("办件 " + number + " 的行政许可都是裁决后重新办理的，各有期限，不受统一办理期限的限制，不需要延长。");
        }
        IntFunction<CaseClock> clocks = clocks(number, all);
        CaseClock due = clocks.apply(limit());
        refuseIfLate(number, due, now);
        if (!isLonger(clocks, more, now)) {
            throw new Problem.Conflict("办件 " + number + " 各行政许可的法定期限都在统一办理的 " + limit() + " 个工作日之内，不需要延长。");
        }
        return written(
                number, more, reason.strip(), approvedBy.strip(), due, clocks.apply(limit() + more), now, actor, key);
    }

    private JointExtension written(
            String number,
            int more,
            String reason,
            String approvedBy,
            CaseClock before,
            CaseClock due,
            LocalDateTime now,
            Actor actor,
            @Nullable IdempotencyKey key) {
        Addressed to = files.addressed(centre.region(), number);
        FairCopy copy = documents.extendJoint(to, more, reason, before.licencesDue(), due.licencesDue(), now);
        try {
            return table.extend(number, limit(), more, reason, approvedBy, due.statutoryDue(), copy, now, actor, key)
                    .orElseThrow(() -> new Problem.Conflict("办件 " + number + " 的期限刚刚变了。请刷新页面查看最新情况。"));
        } catch (DuplicateKeyException used) {
            throw IdempotencyKey.usedAtOnce();
        }
    }

    private Optional<JointExtension> before(String number, Actor actor, @Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return table.done(actor, key).map(done -> {
            if (!done.equals(number)) {
                throw IdempotencyKey.used("办件 " + done + " 的“延长统一办理期限”");
            }
            return table.of(number).orElseThrow();
        });
    }

    private static int checked(@Nullable Integer days, String reason, String approvedBy) {
        List<Fault> faults = new ArrayList<>();
        if (days == null || days < 1 || days > JointHandling.LONGEST_EXTENSION) {
            faults.add(
                    new Fault("/days", "请填写延长几个工作日，1 至 " + JointHandling.LONGEST_EXTENSION + " 的整数（行政许可法第四十二条第二款）。"));
        }
        TextFaults.demand(faults, "/reason", "理由", reason, Said.LONGEST);
        TextFaults.demand(faults, "/approvedBy", "批准人和批准文件", approvedBy, LONGEST_NAME);
        if (!faults.isEmpty()) {
            throw new Problem.InvalidInput(faults);
        }
        return Objects.requireNonNull(days);
    }

    private static void refuse(CaseFile file) {
        String number = file.number();
        if (file.jointDays() == null) {
            throw new Problem.Conflict("办件 " + number + " 不是几个部门的行政许可统一办理，没有整件的期限；请由部门按事项申请延长。");
        }
        if (file.isClosed()) {
            throw new Problem.Conflict("办件 " + number + " 已经办结，不能再延长。");
        }
        if (file.jointDays() != limit()) {
            throw new Problem.Conflict("办件 " + number + " 的期限已经延长过，只能延长一次（行政许可法第四十二条第二款）。");
        }
    }

    private static void refuseIfLate(String number, CaseClock clock, LocalDateTime now) {
        if (now.isAfter(clock.licencesDue())) {
            throw new Problem.Conflict(
                    "办件 " + number + " 已于" + DayWords.of(clock.licencesDue()) + "超过法定期限，不能再延长。请各部门尽快作出决定。");
        }
    }

    /** Whether licences that aren't late have more time if so many days are added; those that need less have not. */
    private static boolean isLonger(IntFunction<CaseClock> clocks, int days, LocalDateTime now) {
        LocalDateTime due = clocks.apply(limit()).licencesDue();
        return !now.isAfter(due) && clocks.apply(limit() + days).licencesDue().isAfter(due);
    }

    /** When the case is due, by how many working days its licences may take together. */
    private IntFunction<CaseClock> clocks(String number, List<Matter> all) {
        Map<String, List<SpecialProcedure>> special = procedures.ofCase(number);
        Addressed to = files.addressed(centre.region(), number);
        Deadlines deadlines = calendar.deadlines();
        return days -> CaseClock.of(to.withJoint(days), all, special, deadlines);
    }

    private static int limit() {
        return JointHandling.LIMIT.days().intValue();
    }
}
