package city.onewindow.intake;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A window that there is no more, another one for each test, and what lies there. */
abstract class ClosedWindowHouseTest extends HouseTest {

    static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    static final String OPEN = "qykb";

    @Autowired
    OnlineApplications online;

    @Autowired
    PreReviewDesk desk;

    @Autowired
    OwedOnlineList owed;

    @Autowired
    Rerouting rerouting;

    AtHome home;

    /** Its code. */
    String closed;

    @BeforeEach
    void closedWindow() {
        home = new AtHome(online, catalogs);
        closed = "gone-" + UUID.randomUUID().toString().substring(0, 8);
    }

    String lying(String number) {
        jdbc.sql("update intake.application set window_code = :closed where number = :number")
                .param("closed", closed)
                .param("number", number)
                .update();
        return number;
    }

    List<OwedOnline> owedAtClosed() {
        return owed.of(MANAGER).lines().stream()
                .filter(one -> one.window().equals(closed))
                .toList();
    }
}
