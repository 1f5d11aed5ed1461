package city.onewindow.catalog.revision;

import java.util.List;

/**
 * Who keeps a revision and who has a say in it, as its rows have it.
 *
 * @param keeper code of the department; the others too
 */
record Parties(String keeper, String windowLead, List<String> cooperating) {}
