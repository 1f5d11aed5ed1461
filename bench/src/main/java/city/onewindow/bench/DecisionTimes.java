package city.onewindow.bench;

import city.onewindow.identity.DemoAccounts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long an approver waits for the page of a matter to decide upon, for the decision and for the inbox that comes back, over HTTP
 * and signed in: one approver alone, then several at once, none of whom stops to think.
 */
final class DecisionTimes {

    private static final double LIMIT = 50;
    private static final int WARM_UP = 1000;
    private static final int DECISIONS = 1000;
    private static final List<Integer> APPROVERS = List.of(1, 4);

    private record Waits(Times page, Times decision, Times inbox) {}

    private final BenchHouse house;
    private final OneWindowCases cases;
    private final String item;
    private final String account;

    DecisionTimes(BenchHouse house) {
        this.house = house;
        cases = new OneWindowCases("OneWindow", house);
        var first = cases.flow().items().get(0).item();
        item = first.code();
        account = first.department() + "-decide";
    }

    void print(PrintStream out) throws Exception {
        cases.prepare(WARM_UP + DECISIONS * APPROVERS.size());
        decide(standing(WARM_UP));
        Times.head(out);
        for (int approvers : APPROVERS) {
            List<String> paths = standing(DECISIONS);
            int each = DECISIONS / approvers;
            List<Waits> waits = AtOnce.run(approvers, one -> decide(paths.subList(one * each, (one + 1) * each)));
            String who = ", approvers at once: " + approvers;
            Times.together(waits.stream().map(Waits::page).toList()).print(out, "page to decide" + who, LIMIT);
            Times.together(waits.stream().map(Waits::decision).toList()).print(out, "decision" + who, LIMIT);
            Times.together(waits.stream().map(Waits::inbox).toList()).print(out, "inbox after it" + who, LIMIT);
        }
    }

    /** Paths of matters that stand to be decided upon. */
    private List<String> standing(int matters) {
        return Stream.generate(() -> "/matters/" + cases.reviewed() + "/" + item)
                .limit(matters)
                .toList();
    }

    private Waits decide(List<String> paths) {
        int decisions = paths.size();
        Browser browser = new Browser(house.address());
        browser.signIn(account, DemoAccounts.PASSWORD);
        List<String> pages = new ArrayList<>();
        Times page = Times.of(decisions, round -> pages.add(browser.get(paths.get(round))));
        Times decision = Times.of(decisions, round -> {
            String form = pages.get(round);
            browser.post(
                    paths.get(round),
                    Map.of(
                            "act",
                            "GRANT",
                            "opinion",
                            "同意",
                            "key",
                            Browser.hidden(form, "key"),
                            "_csrf",
                            Browser.hidden(form, "_csrf")));
        });
        return new Waits(page, decision, Times.of(decisions, round -> browser.get("/inbox")));
    }
}
