package city.onewindow.window.filing;

import city.onewindow.kernel.Problem;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The open round, kept open until the transaction ends: nobody distributes it meanwhile, and nobody who files stands in line. */
@Component
class CurrentRound {

    private final RoundTable rounds;
    private final FilingTable filings;

    CurrentRound(RoundTable rounds, FilingTable filings) {
        this.rounds = rounds;
        this.filings = filings;
    }

    Round kept() {
        return rounds.currentKept().orElseThrow(() -> new Problem.Conflict("现在没有开着的收集批次，不收报表。请等政务服务中心开启新的批次。"));
    }

    /** What was distributed stays as it was distributed. */
    void mustBeThatOf(Filing filing) {
        if (rounds.currentKept().filter(round -> round.id() == filing.round()).isEmpty()) {
            throw new Problem.Conflict("“" + filing.title() + "”所在的收集批次已经结束，不能再接收或者退回。");
        }
    }

    /** @return what another filing of the table would take the place of */
    Optional<Filing> replaceable(Round round, Target target) {
        Optional<Filing> standing = filings.standing(round.id(), target.annex(), target.code());
        standing.filter(filing -> filing.status() == FilingStatus.ACCEPTED).ifPresent(filing -> {
            throw new Problem.Conflict("“" + filing.title() + "”在本批次已经接收。要改，请先请政务服务中心退回。");
        });
        return standing;
    }
}
