package city.onewindow.connection;

import city.onewindow.approval.Act;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Step;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a matter, as the system of its department is told. It names no person: who may read what was handed in asks
 * for it by the links, and is written down.
 *
 * @param id grows with each; for what is told twice, the same
 * @param title of the case
 * @param item code
 * @param to the step at which the matter stands after it
 * @param outcome with the dates and the certificate's number, as the matter stood when it was passed on
 * @param document number of the official document that it gave; null if none
 * @param matter path of the matter in the API
 * @param dossier path of what was handed in for it
 */
public record Event(
        long id,
        LocalDateTime at,
        String number,
        String title,
        String item,
        String itemName,
        Act act,
        @Nullable Step from,
        Step to,
        @Nullable Outcome outcome,
        @Nullable LocalDateTime promisedDue,
        @Nullable LocalDateTime statutoryDue,
        @Nullable String certificateNumber,
        @Nullable String document,
        String matter,
        String dossier) {}
