package city.onewindow.approval;

import city.onewindow.intake.MaterialsDemanded;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No one-time notice demands what an earlier stage issued (国务院关于在线政务服务的若干规定 第七条): the window takes that first. */
@Component
class NoticeGate {

    private final StageResults results;

    NoticeGate(StageResults results) {
        this.results = results;
    }

    @EventListener
    void on(MaterialsDemanded demanded) {
        Problem.InvalidInput.refuse(results.offered(demanded).stream()
                .map(result -> new Fault("/materials" + Fault.step(result.key()), words(result)))
                .toList());
    }

    private static String words(StageResult result) {
        return "「" + result.material() + "」前阶段已经办出（办件 " + result.from().number() + "「" + result.itemName() + "」，编号 "
                + result.from().certificate() + "），不能要求申请人提交。请先取用前阶段结果，再出具告知书。";
    }
}
