package city.onewindow.intake.web;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.Savings;
import city.onewindow.frame.Field;
import city.onewindow.frame.Figure;
import city.onewindow.frame.Link;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first page: which errand, whose.
 *
 * @param action where it is sent to
 * @param bar the application that is revised; null for a new one
 * @param merge what was picked asks for; null while nothing, or nothing possible, is picked
 * @param refusal why what was picked is not possible; empty if it is
 * @param departments short names by code
 * @param errors what is wrong, each leading to its input
 */
public record ErrandView(
        String action,
        @Nullable DossierBar bar,
        ErrandForm form,
        List<Pick> oneThings,
        List<Pick> items,
        @Nullable Merge merge,
        String refusal,
        Map<String, String> departments,
        List<Field> applicant,
        List<Field> agent,
        List<Link> errors,
        boolean demo) {

    /**
     * One-thing or item to pick.
     *
     * @param words what it is found by: its name and the initials of its pinyin
     * @param hidden whether it is not among what is looked for
     */
    public record Pick(String code, String name, String note, String words, boolean picked, boolean hidden) {}

    public boolean hasPickedItems() {
        return !form.items().isEmpty();
    }

    public String submit() {
        return bar == null ? "开始填表" : "保存修改，回到一表";
    }

    public static boolean asks(Merge merge) {
        return !merge.errand().questions().isEmpty()
                || !merge.errand().waiting().isEmpty();
    }

    /** What the form may bring up. */
    public static String waiting(Merge merge) {
        return merge.errand().waiting().stream()
                .map(one -> "「" + one.question().text() + "」")
                .collect(Collectors.joining());
    }

    public String department(CaseItem item) {
        return departments.getOrDefault(item.item().department(), item.item().department());
    }

    public static List<Figure> figures(Merge merge) {
        Savings saved = merge.savings();
        return List.of(
                new Figure("要填几项", String.valueOf(saved.fields().after()), "", before(saved.fields())),
                new Figure("要申请人交几份", String.valueOf(saved.materials().after()), "", before(saved.materials())),
                new Figure("要跑几次", String.valueOf(saved.trips().after()), "", before(saved.trips())));
    }

    /** 另有 3 份由中心去取、1 份由填好的表打印; empty if nobody but the applicant has anything. */
    public static String unasked(Merge merge) {
        Savings saved = merge.savings();
        List<String> parts = Stream.of(
                        unasked(saved.fetched(), "由中心去取"),
                        unasked(saved.printed(), "由填好的表打印"),
                        unasked(saved.produced(), "本次办出来"))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : "另有 " + String.join("、", parts) + "。";
    }

    private static String unasked(int number, String how) {
        return number == 0 ? "" : number + " 份" + how;
    }

    public static String promised(Merge merge) {
        return DeskWords.days(merge.savings().promised());
    }

    public static String oneByOne(Merge merge) {
        return DeskWords.days(merge.savings().promisedOneByOne());
    }

    private static String before(Savings.Change change) {
        return change.before() == change.after() ? "" : String.valueOf(change.before());
    }
}
