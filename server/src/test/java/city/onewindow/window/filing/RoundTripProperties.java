package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Situations;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.Draft;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.WindowAnnex;
import city.onewindow.window.WindowList;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("出去的报表原样交回来，一处不差")
class RoundTripProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 4);
    private static final Content SHIPPED = shipped();

    private static Content shipped() {
        try {
            return ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AnnexReading.Result reread(Target target, Catalog catalog) {
        List<AnnexSheet> sheets = new ArrayList<>(List.of(target.sheet(catalog, DAY)));
        if (target.annex() == Annex.WINDOW) {
            sheets.addAll(new WindowAnnex(catalog, WindowList.of(catalog, target.code())).derived(DAY));
        }
        byte[] file = AnnexBook.write(sheets);
        return AnnexReading.read(
                Workshop.spooled(file),
                target,
                catalog,
                FiledFacts.NONE,
                rows -> new Draft(catalog.content(), List.of(), Map.of(), Map.of(), List.of(), List.of()),
                (read, total) -> {});
    }

    @Example
    @Label("随附的目录：三种附件的每一张")
    void everyTargetOfTheShippedContent() {
        Catalog catalog = new Catalog(1, SHIPPED, Map.of());
        List<Target> targets = Target.all(catalog);
        assertThat(targets).extracting(Target::annex).contains(Annex.values());
        for (Target target : targets) {
            AnnexReading.Result result = reread(target, catalog);
            assertThat(result.absent()).as(target.name()).isEmpty();
            assertThat(result.headFlaws()).as(target.name()).isEmpty();
            assertThat(result.rows())
                    .as(target.name())
                    .hasSize(target.sheet(catalog, DAY).rows().size())
                    .allSatisfy(row -> {
                        assertThat(row.told(target.annex())).isEmpty();
                        assertThat(row.changes()).isEmpty();
                        assertThat(row.state()).isEqualTo(RowState.SAME);
                    });
        }
    }

    @Example
    @Label("结果样本：目录里有样本网址的是“有”，在表里改不成“无”；没有的由部门填")
    void resultSample() {
        Catalog before = new Catalog(1, SHIPPED, Map.of());
        Item item = before.itemNamed("公章刻制备案").orElseThrow();
        Content content = ContentReader.read(
                        ItemRows.of(item, Map.of("result_sample", "https://www.example.gov.cn/sample.pdf"), before),
                        SHIPPED,
                        List.of())
                .content();
        Catalog catalog = new Catalog(2, content, Map.of());
        Target target = Target.of(catalog, Annex.ONE_THING, item.department());
        assertThat(reread(target, catalog).rows())
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(RowState.SAME));
        int column = Annex.ONE_THING.column("结果样本");
        AnnexSheet sheet = target.sheet(catalog, DAY);
        List<GivenRow> denied = sheet.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> new GivenRow.Cell(cell.toString(), cell instanceof Number, ""))
                        .collect(Collectors.toCollection(ArrayList::new)))
                .peek(cells -> cells.set(column, new GivenRow.Cell("无", false, "")))
                .map(cells -> new GivenRow(1, cells))
                .toList();
        assertThat(TableCheck.check(target, catalog, FiledFacts.NONE, denied).rows())
                .allSatisfy(row -> {
                    boolean isIt = row.name(Annex.ONE_THING).equals(item.name());
                    assertThat(row.changes())
                            .singleElement()
                            .satisfies(change -> assertThat(change.before()).isEqualTo(isIt ? "有" : ""));
                    assertThat(row.state()).isEqualTo(isIt ? RowState.WRONG : RowState.CHANGED);
                });
    }

    @Property(tries = 40)
    @Label("生成的事项：任意的名称、时限、收费、说明")
    void generated(@ForAll("items") List<Item> items) {
        Map<String, Item> byName = new LinkedHashMap<>();
        items.forEach(item -> byName.put(item.name(), item));
        Catalog catalog = new Catalog(
                1,
                new Content(
                        SHIPPED.departments(),
                        SHIPPED.windows(),
                        SHIPPED.elements(),
                        byName,
                        Map.of(),
                        SHIPPED.regions(),
                        SHIPPED.codeSets(),
                        SHIPPED.lifeEvents(),
                        SHIPPED.synonyms(),
                        SHIPPED.laws(),
                        SHIPPED.translations(),
                        Map.of()),
                Map.of());
        AnnexReading.Result result = reread(Target.of(catalog, Annex.DEPARTMENT, "gjj"), catalog);
        assertThat(result.absent()).isEmpty();
        assertThat(result.rows()).hasSize(byName.size()).allSatisfy(row -> {
            assertThat(row.told(Annex.DEPARTMENT)).isEmpty();
            assertThat(row.changes()).isEmpty();
        });
    }

    @Provide
    Arbitrary<List<Item>> items() {
        return Combinators.combine(words(), limits(), limits(), words(), words(), phones())
                .as(RoundTripProperties::item)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** What people write: characters, signs, quotation marks, what XML escapes, lines. */
    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("国土规划（）()<>&\"'；、=+-@|0123456789 ABCxyz％％\n")
                .ofMinLength(1)
                .ofMaxLength(60)
                // A character that takes two of Java's, as some names do.
                .map(text -> text.replace("x", "𠮷").strip())
                .filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> phones() {
        return Arbitraries.of("", "0379-63000000", "63000000", "12345");
    }

    /** In halves of a day. */
    private static Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(0, 120);
    }

    private static TimeLimit limit(int halves) {
        return new TimeLimit(new BigDecimal(halves).divide(BigDecimal.valueOf(2)), DayUnit.WORKING);
    }

    private static Item item(String name, int one, int other, String fee, String note, String phone) {
        Particulars none = Particulars.NONE;
        Particulars particulars = new Particulars(
                none.status(),
                "",
                "",
                "",
                List.of("自然人", "企业法人"),
                List.of(),
                List.of(),
                "",
                null,
                "",
                "",
                "",
                "",
                phone,
                "",
                Chain.TWO,
                none.extension(),
                null,
                "",
                List.of(),
                List.of(),
                "");
        return new Item(
                name,
                name,
                "gjj",
                SHIPPED.windows().keySet().iterator().next(),
                new Terms(
                        "公共服务",
                        CaseKind.PROMISED,
                        "某法第一条",
                        limit(Math.max(one, other)),
                        limit(Math.min(one, other)),
                        fee,
                        "决定书",
                        false,
                        note,
                        note),
                "",
                List.of(),
                List.of(),
                "high",
                particulars,
                Situations.NONE);
    }
}
