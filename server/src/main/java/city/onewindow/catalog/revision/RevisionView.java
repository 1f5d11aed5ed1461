package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.Draft;
import java.util.List;

/**
 * A revision as those concerned see it.
 *
 * @param draft the catalog with the revision laid over it, and what is wrong with that
 * @param meanwhile what was published of the record since the revision began
 * @param next what this reader may do
 * @param awaited codes of the departments that have yet to confirm
 */
public record RevisionView(
        Revision revision,
        Draft draft,
        List<Change> meanwhile,
        List<RevisionEntry> history,
        List<RevisionAct> next,
        List<String> awaited) {}
