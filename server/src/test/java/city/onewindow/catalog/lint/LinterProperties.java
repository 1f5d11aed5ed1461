package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("质检：对任何内容都成立的")
class LinterProperties {

    private static final Content SHIPPED = shipped();
    private static final Set<Finding> FOUND = new HashSet<>(Linter.lint(SHIPPED));

    private static Content shipped() {
        try {
            return ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<Item> items() {
        return Arbitraries.of(SHIPPED.items().values().stream()
                .filter(item -> !item.materials().isEmpty())
                .toList());
    }

    @Property(tries = 40)
    @Label("只看一个事项，与看全部时它的那些一样")
    void oneAlone(@ForAll("items") Item item) {
        assertThat(Linter.lint(SHIPPED, false, item.name()))
                .filteredOn(finding -> finding.rule() != Rule.SAME_MATERIAL)
                .containsExactlyInAnyOrderElementsOf(FOUND.stream()
                        .filter(finding -> !finding.oneThing() && finding.name().equals(item.name()))
                        .filter(finding -> finding.rule() != Rule.SAME_MATERIAL)
                        .toList());
    }

    @Property(tries = 20)
    @Label("事项排在哪里都一样")
    void orderDoesNotMatter(@ForAll long seed) {
        List<Item> items = new ArrayList<>(SHIPPED.items().values());
        Collections.shuffle(items, new Random(seed));
        Map<String, Item> shuffled = new LinkedHashMap<>();
        items.forEach(item -> shuffled.put(item.name(), item));
        assertThat(Linter.lint(SHIPPED.withItems(shuffled)))
                .filteredOn(finding -> finding.rule() != Rule.SAME_MATERIAL)
                .containsExactlyInAnyOrderElementsOf(FOUND.stream()
                        .filter(finding -> finding.rule() != Rule.SAME_MATERIAL)
                        .toList());
    }

    @Property(tries = 60)
    @Label("往任何一份材料里加一处毛病，就多出这一处，别的不变")
    void aFaultIsFound(@ForAll("items") Item item, @ForAll Random random, @ForAll Fault fault) {
        int at = random.nextInt(item.materials().size());
        List<Material> materials = new ArrayList<>(item.materials());
        Material broken = fault.in(materials.get(at));
        materials.set(at, broken);
        Map<String, Item> items = new LinkedHashMap<>(SHIPPED.items());
        items.put(
                item.name(),
                new Item(
                        item.code(),
                        item.name(),
                        item.department(),
                        item.homeWindow(),
                        item.terms(),
                        item.definedBy(),
                        materials,
                        item.fields(),
                        item.confidence(),
                        item.particulars(),
                        item.situations()));
        List<Finding> found = Linter.lint(SHIPPED.withItems(items));
        assertThat(found)
                .anyMatch(finding -> finding.rule() == fault.rule
                        && finding.name().equals(item.name())
                        && finding.row().equals(broken.name()));
        assertThat(found)
                .filteredOn(finding -> !finding.name().equals(item.name()))
                .filteredOn(finding -> finding.rule() != Rule.SAME_MATERIAL)
                .allMatch(FOUND::contains);
    }

    enum Fault {
        VAGUE(Rule.VAGUE_CLAUSE) {
            @Override
            Material in(Material material) {
                return with(material, List.of("提交其他材料"), material.legalBasis());
            }
        },
        OPEN(Rule.OPEN_LIST) {
            @Override
            Material in(Material material) {
                return with(material, List.of("身份证、户口簿等"), material.legalBasis());
            }
        },
        NO_POINT(Rule.NO_REVIEW_POINT) {
            @Override
            Material in(Material material) {
                return with(material, List.of(), material.legalBasis());
            }
        },
        NO_GROUND(Rule.NO_LEGAL_GROUND) {
            @Override
            Material in(Material material) {
                return with(material, material.reviewPoints(), "无");
            }
        },
        NO_ARTICLE(Rule.NO_ARTICLE) {
            @Override
            Material in(Material material) {
                return with(material, material.reviewPoints(), "民法典");
            }
        },
        DEAD(Rule.DEAD_REFERENCE) {
            @Override
            Material in(Material material) {
                return with(material, material.reviewPoints(), "物权法第十条");
            }
        },
        NO_SUCH_ARTICLE(Rule.DEAD_REFERENCE) {
            @Override
            Material in(Material material) {
                return with(material, material.reviewPoints(), "民法典第一千二百六十一条");
            }
        };

        private final Rule rule;

        Fault(Rule rule) {
            this.rule = rule;
        }

        abstract Material in(Material material);

        private static Material with(Material material, List<String> points, String basis) {
            return new Material(
                    material.key(),
                    material.name(),
                    material.requirement(),
                    material.form(),
                    material.copies(),
                    material.source(),
                    material.issuer(),
                    material.shareableFrom(),
                    points,
                    basis,
                    material.condition(),
                    material.confidence(),
                    material.forms());
        }
    }
}
