package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipBundles;
import city.onewindow.approval.SlipRights;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the pages of bundles. */
@Component
class BundleViews {

    private final SlipBundles bundles;
    private final Catalogs catalogs;

    BundleViews(SlipBundles bundles, Catalogs catalogs) {
        this.bundles = bundles;
        this.catalogs = catalogs;
    }

    /** @param department as asked for; empty for the first of the day */
    BundleChoiceView choice(LocalDate day, String department, @Nullable String after, Actor actor) {
        List<SlipBundles.Waiting> waiting = bundles.departments(day, actor);
        String chosen =
                department.isEmpty() && !waiting.isEmpty() ? waiting.get(0).department() : department;
        List<Tab> tabs = waiting.stream()
                .map(one -> new Tab(
                        name(one.department()),
                        "/slip-bundles/new?day=" + day + "&department=" + one.department(),
                        (long) one.cases(),
                        one.department().equals(chosen)))
                .toList();
        Slice<SlipBundles.Handable> page = chosen.isEmpty()
                ? new Slice<>(List.of(), null)
                : bundles.handable(day, chosen, after, SlipBundles.MOST, actor);
        List<BundleChoiceView.Row> rows = page.items().stream()
                .filter(one -> !one.lines().isEmpty())
                .map(one -> new BundleChoiceView.Row(one.number(), one.title(), one.applicant(), words(one.lines())))
                .toList();
        return new BundleChoiceView(
                day.toString(),
                tabs,
                chosen,
                name(chosen),
                rows,
                page.items().size() - rows.size(),
                after == null || after.isEmpty(),
                page.next(),
                UUID.randomUUID().toString());
    }

    BundleView bundle(String bundle, List<Slip> slips, Actor actor) {
        return new BundleView(
                bundle,
                slips.stream()
                        .map(slip -> new BundleView.Line(
                                SlipRow.of(slip, this::name), words(slip.lines()), SlipRights.mayAnswer(slip, actor)))
                        .toList());
    }

    private static String words(List<Slip.Line> lines) {
        return lines.stream().map(line -> line.name() + "（" + line.form() + "）").collect(Collectors.joining("、"));
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
