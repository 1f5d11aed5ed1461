package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Linter;
import city.onewindow.catalog.lint.Severity;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("有错误没改的，不发布")
class PublicationCheckTest extends RevisionsHouseTest {

    private static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final Actor KEEPER = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);

    /** A fee without ground, and a second material that is looked at as the window likes. */
    private Revision flawed() {
        Revision begun = revisions.begin(Revision.Kind.ITEM, ITEM, KEEPER);
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        rows.put("items.csv", changed(rows.getOrDefault("items.csv", List.of()), 0, "fee", "50元"));
        rows.put(
                "materials.csv",
                changed(rows.getOrDefault("materials.csv", List.of()), 1, "review_points", "必要时到现场查看"));
        Revision saved = revisions.save(begun.id(), rows, begun.saves(), KEEPER);
        revisions.submit(saved.id(), null, KEEPER);
        return revisions.approve(saved.id(), null, lead());
    }

    private static List<Map<String, String>> changed(
            List<Map<String, String>> rows, int row, String column, String value) {
        List<Map<String, String>> changed = new ArrayList<>(rows);
        Map<String, String> cells = new HashMap<>(rows.get(row));
        cells.put(column, value);
        changed.set(row, cells);
        return changed;
    }

    @Test
    @DisplayName("每一处都告诉在哪里、怎么改，什么都不变；都豁免了才能发布")
    void openErrorsStopIt() {
        int edition = catalogs.current().edition();
        Revision revision = flawed();
        assertThatThrownBy(() -> revisions.publish(revision.id(), null, CENTRE))
                .isInstanceOfSatisfying(Problem.InvalidInput.class, problem -> {
                    assertThat(problem.faults())
                            .extracting(Fault::pointer)
                            .containsExactlyInAnyOrder(
                                    "/rows/items.csv/2/fee_basis", "/rows/materials.csv/3/review_points");
                    assertThat(problem.faults())
                            .extracting(Fault::message)
                            .anySatisfy(message -> assertThat(message).contains("收费没有依据", "50元", "豁免"))
                            .anySatisfy(message -> assertThat(message).contains("必要时", "写明是哪一份材料"));
                });
        assertThat(catalogs.current().edition()).isEqualTo(edition);
        RevisionView view = revisions.view(revision.id(), CENTRE);
        assertThat(view.revision().status()).isEqualTo(RevisionStatus.APPROVED);

        List<Finding> errors = Linter.lint(view.draft().content(), false, ITEM).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        Waivers waivers = house.bean(Waivers.class);
        waivers.waive(errors.get(0), "这一处由市发改委另文批准，正在公示", CENTRE);
        assertThatThrownBy(() -> revisions.publish(revision.id(), null, CENTRE))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults()).hasSize(1));
        waivers.waive(errors.get(1), "这一处由市发改委另文批准，正在公示", CENTRE);
        assertThat(revisions.publish(revision.id(), null, CENTRE).edition()).isEqualTo(edition + 1);
    }

    @Test
    @DisplayName("事项改了，用它的一件事就违法的，不发布，说是哪个一件事；单位改了，一件事自己的时限不混用单位")
    void whatItBreaksElsewhereStopsIt() {
        published(Map.of("statutory_days", "10", "promised_days", "5", "case_kind", "承诺件"));
        ContentRows errand = new RowWriter(catalogs.current().content())
                .oneThing(catalogs.current().oneThingNamed(ERRAND).orElseThrow(), "import");
        int member = IntStream.range(0, errand.of("one-things.csv").size())
                .filter(row -> ITEM.equals(errand.of("one-things.csv").get(row).get("item")))
                .findFirst()
                .orElseThrow();
        Map<String, List<Map<String, String>>> faster = new HashMap<>(errand.rows());
        faster.put("one-things.csv", changed(errand.of("one-things.csv"), member, "promised_days", "3"));
        catalogs.publish(new ContentRows("import", faster, List.of()), "admin", next -> {});

        assertThatThrownBy(() -> published(Map.of("statutory_days", "2", "promised_days", "2")))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/rows/items.csv/2/promised_days");
                            assertThat(fault.message()).contains(ERRAND, ITEM, "承诺 3", "法定 2", "先让它的牵头部门修改");
                        }));

        Revision refused = revisions.begin(Revision.Kind.ITEM, ITEM, KEEPER);
        revisions.giveBack(refused.id(), "先等一件事改好", CENTRE);
        revisions.withdraw(refused.id(), KEEPER);
        published(Map.of("statutory_days", "30", "promised_days", "20", "day_unit", "自然日"));
        assertThat(catalogs.current().oneThingNamed(ERRAND).orElseThrow().members())
                .filteredOn(it -> it.item().equals(ITEM))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.terms().promised()).isEqualTo(TimeLimit.workingDays("3"));
                    assertThat(it.terms().statutory()).isEqualTo(TimeLimit.workingDays("10"));
                });
    }

    private void published(Map<String, String> cells) {
        Revision begun = revisions.begin(Revision.Kind.ITEM, ITEM, KEEPER);
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        cells.forEach((column, value) ->
                rows.put("items.csv", changed(rows.getOrDefault("items.csv", List.of()), 0, column, value)));
        revisions.save(begun.id(), rows, begun.saves(), KEEPER);
        revisions.submit(begun.id(), null, KEEPER);
        revisions.approve(begun.id(), null, lead());
        revisions.publish(begun.id(), null, CENTRE);
    }

    @Test
    @DisplayName("未进驻理由写“无”、横线的不是理由，提交时指到格；写了为什么的可以")
    void nothingIsNoReason() {
        for (String nothing : List.of("无", "—", "/")) {
            assertThatThrownBy(() -> published(Map.of("home_window", "", "outside_reason", nothing)))
                    .isInstanceOfSatisfying(
                            Problem.InvalidInput.class,
                            problem -> assertThat(problem.faults())
                                    .singleElement()
                                    .satisfies(
                                            fault -> assertThat(fault.message()).contains("“" + nothing + "”不是理由")));
            Revision refused = revisions.begin(Revision.Kind.ITEM, ITEM, KEEPER);
            revisions.withdraw(refused.id(), KEEPER);
        }
        published(Map.of("home_window", "", "outside_reason", "档案库房在局里"));
        assertThat(catalogs.current().itemNamed(ITEM).orElseThrow().isOutside()).isTrue();
    }

    @Test
    @DisplayName("实施编码的第 19 位要与行使层级一致")
    void codeAndLevel() {
        assertThatThrownBy(() ->
                        published(Map.of("level", "市级", "implementation_code", "11370800MB285591844370117002011")))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.message()).contains("第 19 位 4", "市级")));
        Revision refused = revisions.begin(Revision.Kind.ITEM, ITEM, KEEPER);
        revisions.withdraw(refused.id(), KEEPER);
        published(Map.of("level", "市级", "implementation_code", "11370800MB285591843370117002011"));
        assertThat(catalogs.current()
                        .itemNamed(ITEM)
                        .orElseThrow()
                        .particulars()
                        .implementationCode())
                .endsWith("3370117002011");
    }

    @Test
    @DisplayName("停办一个有错的事项，不受它的错拦着")
    void endingIsNotStopped() {
        String flawed = "公章补刻备案";
        ContentRows copied = new RowWriter(catalogs.current().content())
                .item(catalogs.current().itemNamed(ITEM).orElseThrow(), "import");
        Map<String, List<Map<String, String>>> rows = new HashMap<>(copied.rows());
        for (String file : copied.rows().keySet()) {
            for (int row = 0; row < copied.of(file).size(); row++) {
                rows.put(file, changed(rows.getOrDefault(file, List.of()), row, "item", flawed));
            }
        }
        rows.put("items.csv", changed(rows.getOrDefault("items.csv", List.of()), 0, "fee", "50元"));
        catalogs.publish(new ContentRows("import", rows, List.of(flawed)), "admin", next -> {});
        assertThat(Linter.lint(catalogs.current().content(), false, flawed))
                .anyMatch(finding -> finding.severity() == Severity.ERROR);

        Revision begun = revisions.begin(Revision.Kind.ITEM, flawed, KEEPER);
        Map<String, List<Map<String, String>>> ended =
                new HashMap<>(begun.rows().rows());
        ended.put("items.csv", changed(ended.getOrDefault("items.csv", List.of()), 0, "status", "暂停"));
        revisions.save(begun.id(), ended, begun.saves(), KEEPER);
        revisions.submit(begun.id(), null, KEEPER);
        revisions.approve(begun.id(), null, lead());
        assertThat(revisions.publish(begun.id(), null, CENTRE).status()).isEqualTo(RevisionStatus.PUBLISHED);
    }
}
