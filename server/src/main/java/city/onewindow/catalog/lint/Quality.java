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
    private final Cache<Integer, List<Finding>> found =
            Caffeine.newBuilder().maximumSize(2).build();

    Quality(Catalogs catalogs, Waivers waivers) {
        this.catalogs = catalogs;
        this.waivers = waivers;
    }

    /** The findings of one edition, as the waivers stand. */
    public record Report(Catalog catalog, Judged judged) {}

    public Report report() {
        Catalog catalog = catalogs.current();
        List<Finding> findings = found.get(catalog.edition(), edition -> Linter.lint(catalog.content()));
        return new Report(catalog, Judged.of(findings, waivers.holding()));
    }
}
