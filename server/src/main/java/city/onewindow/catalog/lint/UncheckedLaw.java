package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A law that is cited and of which laws.csv says nothing: whether it is in force and has the article, nobody compared. Told of
 * the law and not of each place, since whoever looks it up once has answered for all of them.
 *
 * @param references how many grounds of items and materials cite it
 */
public record UncheckedLaw(String law, int references) {

    /** The most cited first. */
    static List<UncheckedLaw> in(Content content) {
        Laws laws = new Laws(content.laws());
        Map<String, Integer> counts = new TreeMap<>();
        content.items().values().stream()
                .filter(Item::isOffered)
                .flatMap(UncheckedLaw::grounds)
                .forEach(ground -> laws.unknown(ground).forEach(law -> counts.merge(law, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(count -> new UncheckedLaw(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(UncheckedLaw::references)
                        .reversed()
                        .thenComparing(UncheckedLaw::law))
                .toList();
    }

    private static Stream<String> grounds(Item item) {
        return Stream.concat(
                Stream.of(item.terms().legalBasis()), item.materials().stream().map(Material::legalBasis));
    }
}
