package city.onewindow.window.filing.web;

import city.onewindow.frame.Figure;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.RollUp;
import city.onewindow.window.filing.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How far a round has come, in numbers, and what is missing in it. */
final class RoundFigures {

    /** Of the tables that are missing, so many are named. */
    private static final int NAMED = 5;

    private RoundFigures() {}

    static List<Figure> of(List<Standing> all, Predicate<Standing> isLate) {
        long late = all.stream()
                .filter(standing -> standing.isOwed() && isLate.test(standing))
                .count();
        return List.of(
                figure("应报送", all.size()),
                figure("已接收", count(all, FilingStatus.ACCEPTED)),
                figure("等您处理", count(all, FilingStatus.FILED)),
                figure("已退回", count(all, FilingStatus.RETURNED)),
                figure("逾期未报", late));
    }

    /** What is not in the merged workbook if it is distributed now; empty if all is there. */
    static String missing(List<Standing> all) {
        return Arrays.stream(Annex.values())
                .filter(annex -> !Standing.owed(all, annex).isEmpty())
                .map(annex -> {
                    List<Standing> owed = Standing.owed(all, annex);
                    String some = owed.stream()
                            .limit(NAMED)
                            .map(standing -> standing.target().name())
                            .collect(Collectors.joining("、"));
                    return "附件" + annex.number() + " 还缺 " + owed.size() + " 份（" + some
                            + (owed.size() > NAMED ? " 等" : "") + "）";
                })
                .collect(Collectors.joining("；"));
    }

    static List<Figure> gains(RollUp rollUp, List<Standing> all) {
        List<Figure> gains = new ArrayList<>();
        if (rollUp.items() > 0) {
            // The share of what was filed is no share of what there is: say of how many tables.
            long asked = all.stream()
                    .filter(standing -> standing.target().annex() == Annex.DEPARTMENT)
                    .count();
            String filed = (asked - Standing.owed(all, Annex.DEPARTMENT).size()) + "/" + asked;
            gains.add(new Figure("纳入率（附件2 已报 " + filed + " 份）", rollUp.entered() * 100 / rollUp.items() + "%", "", ""));
            gains.add(new Figure("纳入综合窗口", String.valueOf(rollUp.entered()), "项，共 " + rollUp.items() + " 项", ""));
        }
        rollUp.gains()
                .forEach(gain -> gains.add(new Figure(
                        gain.what() + "（" + gain.rows() + " 行）",
                        gain.after().toPlainString(),
                        gain.unit(),
                        gain.before().toPlainString())));
        return gains;
    }

    private static Figure figure(String label, long number) {
        return new Figure(label, String.valueOf(number), "份", "");
    }

    private static long count(List<Standing> all, FilingStatus status) {
        return all.stream()
                .filter(standing ->
                        standing.filing() != null && standing.filing().status() == status)
                .count();
    }
}
