package city.onewindow.approval;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Chain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cases of any shape whose items have limits of any kind.
 *
 * @param limits as the items had them, by number and item
 */
record LifeCases(SampleCases cases, Map<String, ClockOracle.Limits> limits) {

    private static final String[] DAYS = {"0", "0.5", "1", "2.5", "5", "20", "40"};
    private static final TimeLimit SLOW = TimeLimit.workingDays("40");

    LifeCases(SampleCases cases) {
        this(cases, new ConcurrentHashMap<>());
    }

    /** @return the number of one */
    String accept(Random random) {
        List<CaseItem> items = new ArrayList<>();
        List<ClockOracle.Limits> theirs = new ArrayList<>();
        int size = 1 + random.nextInt(5);
        // What one after the other may take longer for than the licences of a case together.
        boolean slow = random.nextInt(4) == 0;
        List<String> codes = new ArrayList<>();
        // Some of what others wait for is granted on a declaration, and checked afterwards.
        codes.add(random.nextInt(2) == 0 ? cases.declarable() : "life0");
        for (int i = 0; i < size; i++) {
            TimeLimit promised = limit(random);
            TimeLimit statutory = random.nextInt(4) == 0 ? null : slow ? SLOW : limit(random);
            List<String> after = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    after.add(codes.get(j));
                }
            }
            if (i > 0) {
                codes.add("life" + i);
            }
            items.add(SampleCases.item(codes.get(i), promised, statutory, after, chain(random)));
            theirs.add(new ClockOracle.Limits(promised, statutory == null ? promised : statutory));
        }
        String number = cases.accept(items);
        for (int i = 0; i < size; i++) {
            limits.put(number + " " + codes.get(i), theirs.get(i));
        }
        return number;
    }

    /** One that needs longer than its licences may take together: the second waits for the first. */
    String slow() {
        List<CaseItem> items = List.of(
                SampleCases.item("life0", SLOW, SLOW, List.of(), Chain.values()[0]),
                SampleCases.item("life1", SLOW, SLOW, List.of("life0"), Chain.values()[0]));
        String number = cases.accept(items);
        List.of("life0", "life1").forEach(code -> limits.put(number + " " + code, new ClockOracle.Limits(SLOW, SLOW)));
        return number;
    }

    private static Chain chain(Random random) {
        return Chain.values()[random.nextInt(3)];
    }

    private static TimeLimit limit(Random random) {
        return new TimeLimit(
                new BigDecimal(DAYS[random.nextInt(DAYS.length)]),
                random.nextInt(3) == 0 ? DayUnit.NATURAL : DayUnit.WORKING);
    }
}
