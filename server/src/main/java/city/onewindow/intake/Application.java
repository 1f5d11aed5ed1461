package city.onewindow.intake;

import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 申请: what is handed in, before and after it is accepted.
 *
 * @param number unique in the city; once accepted, the case number
 * @param queryCode with the number, opens the public tracking page
 * @param edition of the catalog that it was begun under and keeps
 * @param window code of the window that took it in
 * @param materials what was found of each material, by key
 * @param noticed the pointers named in the one-time notice; empty before one was given
 * @param supplementUntil last day to supplement; null unless a notice was given
 * @param deferredUntil last day to hand in what was deferred; null unless accepted so
 * @param receivedAt when it was first decided upon: 收件
 * @param version counts the changes, so that two clerks can't overwrite each other unseen
 */
public record Application(
        String number,
        String queryCode,
        ApplicationStatus status,
        ErrandChoice choice,
        int edition,
        String window,
        Applicant applicant,
        FormValues form,
        Map<String, CheckedMaterial> materials,
        Set<String> noticed,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate deferredUntil,
        @Nullable LocalDateTime receivedAt,
        String createdBy,
        LocalDateTime createdAt,
        long version) {

    public Application {
        materials = Map.copyOf(materials);
        noticed = Set.copyOf(noticed);
    }

    Application withForm(FormValues filled) {
        return with(choice, applicant, filled);
    }

    Application with(ErrandChoice picked, Applicant whose, FormValues filled) {
        return new Application(
                number,
                queryCode,
                status,
                picked,
                edition,
                window,
                whose,
                filled,
                materials,
                noticed,
                supplementUntil,
                deferredUntil,
                receivedAt,
                createdBy,
                createdAt,
                version);
    }
}
