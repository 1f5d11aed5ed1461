package city.onewindow.connection;

import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Step;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message can be applied where its matter stands. Messages of one system may overtake one another on their way, so one that
 * comes before what it presupposes waits; one that comes after what makes it pointless is refused.
 *
 * @param state APPLIED: it can be applied now
 * @param reason empty if it can
 */
record Readiness(MessageState state, String reason) {

    private static final Readiness NOW = new Readiness(MessageState.APPLIED, "");

    static Readiness of(Message message, MessageKind kind, Matter matter) {
        Step step = matter.step();
        if (step == Step.ENDED) {
            return refused(ended(matter.outcome()));
        }
        if (step == Step.WAITING) {
            return waiting("前序事项还没有全部准予，本事项还没有开始办理。");
        }
        if (step == Step.TRANSFER) {
            return waiting("本事项正在移送，接收以后才能办理。");
        }
        return switch (kind) {
            case ACCEPTED -> NOW;
            case STEP -> message.recommendation() == null ? NOW : review(matter);
            case SUSPENDED -> suspended(matter);
            case RESUMED -> resumed(step);
            case RESULT -> result(message, step);
        };
    }

    private static String ended(@Nullable Outcome outcome) {
        return outcome == null ? "本事项已经办结。" : "本事项已经办结：" + outcome.term() + "。";
    }

    /** What one person reviews and decides is reviewed with the decision: the word moves nothing, and is no mistake. */
    private static Readiness review(Matter matter) {
        return switch (matter.step()) {
            case REVIEW -> NOW;
            case DECIDE -> matter.reviewedBy() == null ? NOW : refused("本事项已经审查过。");
            case SUSPENDED -> waiting("特别程序还没有结束，等待“结束特别程序”（RESUMED）。");
            default -> refused("本事项已经审查过。");
        };
    }

    private static Readiness suspended(Matter matter) {
        return switch (matter.step()) {
            case REVIEW -> NOW;
            case SUSPENDED -> waiting("前一个特别程序还没有结束，等待“结束特别程序”（RESUMED）。");
            case DECIDE -> refused(matter.reviewedBy() == null ? "由一人审查并决定的事项没有特别程序；请先退回审查。" : "本事项已经审查过，不能再启动特别程序。");
            default -> refused("本事项已经审查过，不能再启动特别程序。");
        };
    }

    private static Readiness resumed(Step step) {
        return switch (step) {
            case SUSPENDED -> NOW;
            case REVIEW -> waiting("没有正在进行的特别程序，等待“启动特别程序”（SUSPENDED）。");
            default -> refused("本事项已经审查过，没有正在进行的特别程序。");
        };
    }

    private static Readiness result(Message message, Step step) {
        return switch (step) {
            case REVIEW, EXAMINE, DECIDE -> NOW;
            case SUSPENDED -> waiting("特别程序还没有结束，等待“结束特别程序”（RESUMED）。");
            case CERTIFY -> message.outcome() == Recommendation.GRANT ? NOW : refused("本事项已经准予。");
            default -> refused("本事项已经有办理结果。");
        };
    }

    static Readiness waiting(String reason) {
        return new Readiness(MessageState.WAITING, reason);
    }

    static Readiness refused(String reason) {
        return new Readiness(MessageState.REFUSED, reason);
    }
}
