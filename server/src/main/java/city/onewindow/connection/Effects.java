package city.onewindow.connection;

import city.onewindow.approval.Approval;
import city.onewindow.approval.AskedProcedure;
import city.onewindow.approval.ClockActs;
import city.onewindow.approval.DeclarationActs;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.ResultFiles;
import city.onewindow.approval.Step;
import city.onewindow.approval.ToldProgress;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what a message says, through the approval's doors: all that it says, in the caller's transaction. */
@Component
class Effects {

    /** Of what was kept before messages had to say it; whoever reads the document asks the department. */
    private static final String BODY_NOT_SAID = "部门未写明，请向办理部门了解";

    private final Approval approval;
    private final ClockActs clockActs;
    private final DeclarationActs declarations;
    private final ResultFiles results;
    private final ToldProgress progress;

    Effects(
            Approval approval,
            ClockActs clockActs,
            DeclarationActs declarations,
            ResultFiles results,
            ToldProgress progress) {
        this.approval = approval;
        this.clockActs = clockActs;
        this.declarations = declarations;
        this.results = results;
        this.progress = progress;
    }

    /**
     * @param step where the matter stands
     * @param actor the system that sent it
     */
    void of(Message message, MessageKind kind, KeptMessage kept, Step step, Actor actor) {
        String number = kept.number();
        String item = kept.item();
        switch (kind) {
            case ACCEPTED -> {
                String there = text(message.step());
                progress.keep(number, item, kept.at(), there.isBlank() ? kind.term() : kind.term() + "：" + there);
            }
            case STEP -> {
                progress.keep(number, item, kept.at(), text(message.step()));
                if (message.recommendation() != null && step == Step.REVIEW) {
                    approval.review(number, item, message.recommendation(), text(message.opinion()), actor, null);
                }
            }
            case SUSPENDED ->
                clockActs.suspend(
                        number,
                        item,
                        new AskedProcedure(
                                message.special(),
                                text(message.reason()),
                                message.body() == null ? BODY_NOT_SAID : message.body(),
                                text(message.staff()),
                                message.expectedEnd()),
                        actor,
                        null);
            case RESUMED -> clockActs.resume(number, item, text(message.result()), actor, null);
            case RESULT -> result(message, number, item, step, actor);
        }
    }

    /** Whoever sends results only has reviewed there, and examined: that is written down as part of it. */
    private void result(Message message, String number, String item, Step step, Actor actor) {
        Recommendation outcome = Objects.requireNonNull(message.outcome());
        Step now = step;
        if (now == Step.REVIEW) {
            now = approval.review(number, item, outcome, text(message.opinion()), actor, null)
                    .get(0)
                    .to();
        }
        if (now == Step.EXAMINE) {
            approval.examine(number, item, outcome, text(message.opinion()), actor, null);
        }
        if (outcome == Recommendation.DENY) {
            approval.deny(
                    number,
                    item,
                    text(message.reason()),
                    text(message.ground()),
                    text(message.different()),
                    actor,
                    null);
            return;
        }
        if (step != Step.CERTIFY) {
            grant(number, item, message, actor);
        }
        approval.certify(number, item, text(message.certificateNumber()), actor, null);
        List<Message.ResultFile> files = message.files() == null ? List.of() : message.files();
        for (int at = 0; at < files.size(); at++) {
            keep(files.get(at), at, number, item, actor);
        }
    }

    private void grant(String number, String item, Message message, Actor actor) {
        String opinion = text(message.opinion());
        if (declarations.isDeclared(number, item)) {
            declarations.grant(number, item, opinion, actor, null);
        } else {
            approval.grant(number, item, opinion, text(message.different()), actor, null);
        }
    }

    private void keep(Message.ResultFile file, int at, String number, String item, Actor actor) {
        try {
            byte[] content = Base64.getDecoder().decode(text(file.content()));
            results.keep(number, item, text(file.name()), content, actor);
        } catch (Problem.InvalidInput wrong) {
            throw new Problem.InvalidInput(
                    "/files/" + at,
                    "结果文件“" + text(file.name()) + "”："
                            + wrong.faults().stream().map(Fault::message).collect(Collectors.joining()));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
