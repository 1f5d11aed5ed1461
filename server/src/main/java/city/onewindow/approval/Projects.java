package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Stage;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.intake.Dossier;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The approval's door for projects: the cases that are stages of one, years apart (河南省优化营商环境条例 第三十一条). A later
 * stage is accepted once what it needs of the earlier ones is granted, or the lead department has allowed it to begin without.
 */
@Service
public class Projects {

    /** 项目代码: year and month, division, trade, kind, serial, as in 2411-410300-04-01-123456. */
    private static final Pattern CODE = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");

    private final ProjectTable table;
    private final AllowanceTable allowances;
    private final ProjectReading reading;
    private final Catalogs catalogs;
    private final TransactionTemplate transaction;

    Projects(
            ProjectTable table,
            AllowanceTable allowances,
            ProjectReading reading,
            Catalogs catalogs,
            TransactionTemplate transaction) {
        this.table = table;
        this.allowances = allowances;
        this.reading = reading;
        this.catalogs = catalogs;
        this.transaction = transaction;
    }

    /**
     * Binds what was just accepted to its project; nothing is read or written for an errand that is no stage. What the law accepts
     * by silence no gate keeps out (行政许可法 第三十二条), nor items handed in by themselves: those their departments judge.
     *
     * @throws Problem.InvalidInput with everything that is missing of the earlier stages; nothing is accepted then
     */
    void enter(ApplicationAccepted accepted) {
        // Today's, as on the page where what is missing may be allowed.
        Catalog catalog = catalogs.current();
        OneThing oneThing = accepted.errand().oneThing();
        Optional<Stage> stage =
                oneThing == null ? Optional.empty() : catalog.stages().of(oneThing);
        if (oneThing == null ? !hasStagedItem(accepted, catalog) : stage.isEmpty()) {
            return;
        }
        boolean isSilent = accepted.by().equals(HistoryEntry.SYSTEM);
        if (!isCode(accepted.project())) {
            if (stage.isPresent() && !isSilent) {
                throw new Problem.InvalidInput(
                        Fault.step("form") + Fault.step(Stage.PROJECT_CODE),
                        "没有填写项目代码，不知道是哪个项目的。请填写，如 2411-410300-04-01-123456。");
            }
            return;
        }
        List<StageGate.Need> needs = stage.isEmpty() || isSilent ? List.of() : StageGate.needs(catalog, stage.get());
        String code = oneThing == null ? "" : oneThing.code();
        if (!table.enter(accepted.project(), accepted.number(), code, needs)) {
            throw refusal(accepted.project(), catalog, stage.orElseThrow());
        }
    }

    /** Whether it has the shape of a project code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static boolean hasStagedItem(ApplicationAccepted accepted, Catalog catalog) {
        return !accepted.project().isEmpty()
                && accepted.errand().items().stream()
                        .anyMatch(item -> catalog.stages().has(item.item()));
    }

    /** Reads only now why the statement refused; what has been granted since is told as well. */
    private Problem refusal(String project, Catalog catalog, Stage stage) {
        List<MissingItem> missing = reading.gate(project, catalog).missing(stage);
        if (missing.isEmpty()) {
            return new Problem.Conflict("项目 " + project + " 前面阶段的事项刚刚有变化，本件没有受理。请再受理一次。");
        }
        return new Problem.InvalidInput(faults(missing, "前面阶段准予后再受理；确需先行启动或免办的，请牵头部门在项目 " + project + " 的页面办理。"));
    }

    private static List<Fault> faults(List<MissingItem> missing, String remedy) {
        return missing.stream()
                .map(one -> new Fault("/form/" + Stage.PROJECT_CODE, "前面阶段的" + one.words() + remedy))
                .toList();
    }

    /** What {@link #enter} would refuse it for now: it is only read, so that the window knows before it tries. */
    List<Fault> missing(Dossier dossier) {
        Catalog catalog = catalogs.current();
        OneThing oneThing = dossier.merge().errand().oneThing();
        if (oneThing == null || !isCode(dossier.project())) {
            return List.of();
        }
        return catalog.stages()
                .of(oneThing)
                .map(stage -> faults(reading.gate(dossier.project(), catalog).missing(stage), ""))
                .orElse(List.of());
    }

    /**
     * @param code 项目代码
     * @throws Problem.NotFound for who may see none of its cases and neither takes in nor leads one of its stages
     */
    @Transactional(readOnly = true)
    public ProjectView project(String code, Actor actor) {
        if (!isCode(code)) {
            throw unknown(code);
        }
        return reading.view(code, actor).orElseThrow(() -> unknown(code));
    }

    /** Which project a case belongs to, for those who have already been shown the case; empty for most. */
    @Transactional(readOnly = true)
    public Optional<String> ofCase(String number) {
        return table.ofCase(number);
    }

    /**
     * Lets one project into a stage although items of earlier ones aren't granted. The same key again answers what it did.
     *
     * @throws Problem.NotAllowed for who isn't of the lead department of the stage's window
     * @throws Problem.InvalidInput if something isn't said, or an item isn't missing
     * @throws Problem.Conflict if somebody else has just allowed one of them
     */
    public ProjectView allow(String code, AskedAllowance asked, Actor actor, IdempotencyKey key) {
        actor.must(Role.LEAD_DEPARTMENT);
        ProjectView before = project(code, actor);
        ProjectView.StageView stage = before.stages().stream()
                .filter(one -> one.code().equals(asked.stage()))
                .findFirst()
                .orElseThrow(() -> new Problem.InvalidInput("/stage", "没有代码为「" + asked.stage() + "」的阶段。请从项目页上的阶段中选。"));
        if (!stage.mayAllow()) {
            throw new Problem.NotAllowed("「" + stage.stage().oneThing() + "」不由您的部门牵头，不能准许先行启动或免办。请联系受理窗口的牵头部门。");
        }
        if (isDone(code, asked, actor, key)) {
            return before;
        }
        List<MissingItem> missing = asked.checked(stage.missing());
        try {
            transaction.executeWithoutResult(status -> allowances.allow(code, asked, missing, actor, key));
        } catch (DuplicateKeyException late) {
            if (!isDone(code, asked, actor, key)) {
                throw new Problem.Conflict("所选事项刚刚有人办理过先行启动或免办，本次没有办理。请刷新页面查看。");
            }
        }
        return project(code, actor);
    }

    /**
     * 收回: the stage asks for the item again. The same key again answers what it did.
     *
     * @param id of the allowance
     * @throws Problem.NotAllowed for who isn't of the lead department of the stage's window
     * @throws Problem.Conflict if a case was accepted on it, or it was taken back already
     */
    public ProjectView takeBack(String code, long id, String reason, Actor actor, IdempotencyKey key) {
        actor.must(Role.LEAD_DEPARTMENT);
        ProjectView before = project(code, actor);
        ProjectView.StageView stage = before.stages().stream()
                .filter(one -> one.allowances().stream().anyMatch(allowance -> allowance.id() == id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("项目 " + code + " 没有这次先行启动或免办。请刷新项目页查看。"));
        if (!stage.mayAllow()) {
            throw new Problem.NotAllowed("「" + stage.stage().oneThing() + "」不由您的部门牵头，不能收回先行启动或免办。请联系受理窗口的牵头部门。");
        }
        String said = Said.reason(reason).opinion();
        Optional<AllowanceTable.Done> done = allowances.takenBack(actor, key);
        if (done.isEmpty()) {
            transaction.executeWithoutResult(status -> takeBackLocked(code, id, said, actor, key));
        } else if (done.get().allowance().id() != id) {
            throw IdempotencyKey.used("收回项目 " + done.get().project() + " 的先行启动或免办");
        }
        return project(code, actor);
    }

    private void takeBackLocked(String code, long id, String reason, Actor actor, IdempotencyKey key) {
        Allowance allowance = allowances.locked(code, id).orElseThrow();
        String what = "「" + allowance.itemName() + "」的" + allowance.kind().term();
        Allowance.TakenBack taken = allowance.takenBack();
        if (taken != null) {
            throw new Problem.Conflict(what + "已由" + taken.whoName() + "收回。请刷新页面查看。");
        }
        // Read after the lock, so that an acceptance that came first is seen.
        reading.gate(code, catalogs.current()).acceptedOn(allowance).ifPresent(one -> {
            throw new Problem.Conflict(what + "不能收回：已据此受理办件 " + one.file().number() + "（"
                    + one.file().title() + "）。");
        });
        allowances.takeBack(code, id, reason, actor, key);
    }

    private boolean isDone(String code, AskedAllowance asked, Actor actor, IdempotencyKey key) {
        List<AllowanceTable.Done> given = allowances.given(actor, key);
        if (given.isEmpty()) {
            return false;
        }
        boolean same = given.stream()
                        .allMatch(one -> one.project().equals(code)
                                && one.allowance().stage().equals(asked.stage())
                                && one.allowance().kind() == asked.kind())
                && given.stream()
                        .map(one -> one.allowance().item())
                        .sorted()
                        .toList()
                        .equals(asked.items());
        if (!same) {
            throw IdempotencyKey.used("项目 " + given.get(0).project() + " 的先行启动或免办");
        }
        return true;
    }

    private static Problem.NotFound unknown(String code) {
        return new Problem.NotFound("没有找到项目 " + code + "，或者您无权查看。请核对项目代码，如 2411-410300-04-01-123456。");
    }
}
