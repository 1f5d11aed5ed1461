package city.onewindow.catalog.content;

import city.onewindow.calendar.Holiday;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.OwnForm;
import city.onewindow.notice.WordedDocument;
import java.util.List;
import java.util.Map;

/**
 * The catalog as it would be with a directory's files laid over it.
 *
 * @param days of holidays.csv; empty if the directory has none
 * @param wordings of wordings.csv; empty if the directory has none
 * @param forms departments' own that lay beside the files, with their contents; of these some may be kept already
 * @param faults why it may not be; empty if it may
 * @param notices what an owner should look at
 */
public record Draft(
        Content content,
        List<Holiday> days,
        Map<WordedDocument, String> wordings,
        Map<OwnForm, byte[]> forms,
        List<ContentFault> faults,
        List<ContentFault> notices) {}
