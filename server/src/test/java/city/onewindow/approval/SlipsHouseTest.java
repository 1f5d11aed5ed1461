package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Paper of a case of 企业开办 and who hands it about. */
abstract class SlipsHouseTest extends HouseTest {

    static final String SCJG = "scjg";
    static final Actor RECEIVER = SignedInAs.actor("scjg-a", SCJG, null, Role.REVIEWER);
    static final Actor COLLEAGUE = SignedInAs.actor("scjg-b", SCJG, null, Role.DECIDER);
    static final Actor STRANGER = SignedInAs.actor("gaj-a", "gaj", null, Role.REVIEWER);
    static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    static final Actor OTHER_WINDOW = SignedInAs.actor("clerk-ssdj", SCJG, "ssdj", Role.CLERK);

    @Autowired
    Slips slips;

    @Autowired
    HandingOver handing;

    @Autowired
    SlipPapers papers;

    @Autowired
    Cases cases;

    @Autowired
    Approval approval;

    String number = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
    }

    List<String> keys() {
        return slips.paper(number, CLERK).stream()
                .filter(paper -> paper.department().equals(SCJG))
                .flatMap(paper -> paper.materials().stream())
                .map(PaperMaterial::key)
                .toList();
    }

    Slip handed() {
        return handing.hand(number, SCJG, keys(), CLERK, null);
    }

    List<Slip> open(Actor actor) {
        List<Slip> open = new ArrayList<>();
        Slice<Slip> page = slips.underWay(null, 2, actor);
        open.addAll(page.items());
        while (page.next() != null) {
            page = slips.underWay(page.next(), 2, actor);
            open.addAll(page.items());
        }
        return open;
    }

    List<NextMove.Party> owed() {
        return cases.file(number, CLERK).owed().stream()
                .map(NextMove::party)
                .filter(party -> party == NextMove.Party.RECEIVER || party == NextMove.Party.HANDER)
                .toList();
    }

    static boolean succeeded(Future<Slip> said) {
        try {
            said.get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).cause().isInstanceOf(Problem.Conflict.class);
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
