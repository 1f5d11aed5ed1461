package city.onewindow.catalog.revision;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which records somebody is revising: for those who would revise many at once. */
@Service
public class OpenRevisions {

    private final RevisionTable table;

    OpenRevisions(RevisionTable table) {
        this.table = table;
    }

    /** Of the items that a department keeps, by name. */
    @Transactional(readOnly = true)
    public Map<String, Revision> ofItems(String department) {
        return table.openItems(department).stream().collect(Collectors.toMap(Revision::key, Function.identity()));
    }
}
