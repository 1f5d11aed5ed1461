package city.onewindow.catalog.lint;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the linter says of the catalog that holds now. */
@Service
public class Quality {

    private final Catalogs catalogs;
    private final Waivers waivers;
    /** By edition: the content of one never changes, and to read it all through takes longer than a reader waits. */
    private final Cache<Integer, Found> found =
            Caffeine.newBuilder().maximumSize(2).build();

    Quality(Catalogs catalogs, Waivers waivers) {
        this.catalogs = catalogs;
        this.waivers = waivers;
    }

    private record Found(List<Finding> findings, List<UncheckedLaw> unchecked) {}

    /** The findings of one edition, as the waivers stand, and the laws that nothing was compared with. */
    public record Report(Catalog catalog, Judged judged, List<UncheckedLaw> unchecked) {
        public Report {
            unchecked = List.copyOf(unchecked);
        }
    }

    public Report report() {
        Catalog catalog = catalogs.current();
        Found read = found.get(
                catalog.edition(),
                edition -> new Found(Linter.lint(catalog.content()), UncheckedLaw.in(catalog.content())));
        return new Report(catalog, Judged.of(read.findings(), waivers.holding()), read.unchecked());
    }
}
