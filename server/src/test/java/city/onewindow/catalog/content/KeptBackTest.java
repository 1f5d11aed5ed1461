package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("先前没见过的一件事")
class KeptBackTest {

    private static final Set<String> BY_ONE_THING = Set.of(
            "one-things.csv",
            "situations.csv",
            "situation-effects.csv",
            "situation-examples.csv",
            "topics.csv",
            "stages.csv");
    private static final Set<String> BY_ITEM =
            Set.of("materials.csv", "item-fields.csv", "item-particulars.csv", "declarations.csv");

    private static final ContentFiles SHIPPED = shipped();
    private static final Catalog WHOLE =
            new Catalog(1, ContentReader.read(SHIPPED, Content.EMPTY).content(), Map.of());

    private static ContentFiles shipped() {
        try {
            return ContentFiles.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> oneThings() {
        return WHOLE.content().oneThings().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneThings")
    @DisplayName("剪出一个一件事，其余先导入，再导入只有它的几行，与一次导入的一样")
    void cutOut(String name) {
        Set<String> own = itemsOnlyIn(name, WHOLE);

        Draft rest = read(line -> !line.startsWith(name + ","), item -> !own.contains(item), Content.EMPTY);
        assertThat(rest.faults().stream().map(ContentFault::text)).isEmpty();
        assertThat(rest.content().oneThings()).hasSize(28);

        SortedMap<String, byte[]> few = new TreeMap<>(SHIPPED.files());
        few.keySet().removeIf(file -> !BY_ONE_THING.contains(file) && !BY_ITEM.contains(file));
        Draft added =
                read(new ContentFiles("few", few), line -> line.startsWith(name + ","), own::contains, rest.content());
        assertThat(added.faults().stream().map(ContentFault::text)).isEmpty();

        Catalog after = new Catalog(2, added.content(), Map.of());
        OneThing expected = WHOLE.oneThingNamed(name).orElseThrow();
        assertThat(after.oneThingNamed(name).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
        for (Member member : expected.members()) {
            assertThat(after.itemNamed(member.item()).orElseThrow())
                    .usingRecursiveComparison()
                    .ignoringFields("code", "definedBy", "terms")
                    .isEqualTo(WHOLE.itemNamed(member.item()).orElseThrow());
            assertThat(isAtHome(after, member.item())).isEqualTo(isAtHome(WHOLE, member.item()));
        }
        assertThat(after.items()).hasSize(180);
        assertThat(after.items().stream().map(Item::code).distinct()).hasSize(180);
    }

    private static boolean isAtHome(Catalog catalog, String name) {
        Item item = catalog.itemNamed(name).orElseThrow();
        return catalog.oneThingNamed(item.definedBy()).orElseThrow().window().equals(item.homeWindow());
    }

    @Test
    @DisplayName("六个一件事连同只有它们用的数据元一起剪出，行序打乱，行尾是 Windows 的、带空格，照样导入；再导入一次不变")
    void sixAtOnceInAnotherOrder() {
        Set<String> six =
                WHOLE.oneThings().stream().map(OneThing::name).sorted().limit(6).collect(Collectors.toSet());
        Set<String> own = new TreeSet<>();
        WHOLE.items().stream()
                .map(Item::name)
                .filter(item -> WHOLE.oneThings().stream()
                        .filter(thing -> !six.contains(thing.name()))
                        .flatMap(thing -> thing.members().stream())
                        .noneMatch(member -> member.item().equals(item)))
                .forEach(own::add);
        Draft rest = read(line -> !six.contains(firstCell(line)), item -> !own.contains(item), Content.EMPTY);
        assertThat(rest.faults().stream().map(ContentFault::text)).isEmpty();

        SortedMap<String, byte[]> few = new TreeMap<>(SHIPPED.files());
        few.keySet().removeIf(file -> !BY_ONE_THING.contains(file) && !BY_ITEM.contains(file));
        few.replaceAll((file, bytes) -> disordered(kept(
                bytes,
                line -> BY_ONE_THING.contains(file) && six.contains(firstCell(line))
                        || own.contains(firstCell(line)))));
        Draft added = ContentReader.read(new ContentFiles("few", few), rest.content());
        assertThat(added.faults().stream().map(ContentFault::text)).isEmpty();
        assertThat(added.content().oneThings().keySet())
                .containsExactlyInAnyOrderElementsOf(WHOLE.content().oneThings().keySet());
        for (String name : six) {
            assertThat(added.content().oneThings().get(name))
                    .usingRecursiveComparison()
                    .ignoringCollectionOrder()
                    .ignoringFields("code")
                    .isEqualTo(WHOLE.oneThingNamed(name).orElseThrow());
        }
        Draft again = ContentReader.read(new ContentFiles("few", few), added.content());
        assertThat(again.content()).isEqualTo(added.content());
    }

    private static byte[] disordered(byte[] bytes) {
        List<String> lines = new ArrayList<>(
                new String(bytes, StandardCharsets.UTF_8).lines().toList());
        String header = lines.remove(0);
        Collections.shuffle(lines, new Random(7));
        String text = "\uFEFF" + header + "\r\n"
                + lines.stream().map(line -> " " + line + "  \r\n\r\n").collect(Collectors.joining());
        return text.replace(" \"", "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> itemsOnlyIn(String name, Catalog catalog) {
        Set<String> elsewhere = catalog.oneThings().stream()
                .filter(oneThing -> !oneThing.name().equals(name))
                .flatMap(oneThing -> oneThing.members().stream().map(Member::item))
                .collect(Collectors.toSet());
        return catalog.oneThingNamed(name).orElseThrow().members().stream()
                .map(Member::item)
                .filter(item -> !elsewhere.contains(item))
                .collect(Collectors.toSet());
    }

    private static Draft read(Predicate<String> oneThingLine, Predicate<String> item, Content loaded) {
        return read(SHIPPED, oneThingLine, item, loaded);
    }

    private static Draft read(
            ContentFiles files, Predicate<String> oneThingLine, Predicate<String> item, Content loaded) {
        SortedMap<String, byte[]> cut = new TreeMap<>(files.files());
        Set<String> items = WHOLE.content().items().keySet();
        cut.replaceAll((file, bytes) -> BY_ONE_THING.contains(file)
                // An item asks questions for itself, too.
                ? kept(
                        bytes,
                        line -> items.contains(firstCell(line)) ? item.test(firstCell(line)) : oneThingLine.test(line))
                : BY_ITEM.contains(file) ? kept(bytes, line -> item.test(firstCell(line))) : bytes);
        return ContentReader.read(new ContentFiles("cut", cut), loaded);
    }

    private static byte[] kept(byte[] bytes, Predicate<String> wanted) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        StringBuilder kept = new StringBuilder(lines[0]).append('\n');
        for (int i = 1; i < lines.length; i++) {
            if (wanted.test(lines[i])) {
                kept.append(lines[i]).append('\n');
            }
        }
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String firstCell(String line) {
        return line.startsWith("\"") ? line.substring(1, line.indexOf('"', 1)) : line.substring(0, line.indexOf(','));
    }
}
