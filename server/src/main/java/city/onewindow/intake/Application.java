package city.onewindow.intake;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 申请: what is handed in, before and after it is accepted.
 *
 * @param number unique in the city; once accepted, the case number
 * @param queryCode with the number, opens the public tracking page
 * @param edition of the catalog that it was begun under and keeps
 * @param window code of the window that took it in
 * @param materials what was found of each material, by key
 * @param remarks what the window found wrong with well-formed values, by code of the field; each stands until the value changes
 * @param demandable the pointers that may still be demanded once a one-time notice was given: those that it named, and what
 *     opened since: a result that fell, what the applicant changed online, what another choice asks for; empty before
 * @param told what the last one-time notice named, in its words, but for fields that have changed since; empty before
 * @param supplementUntil last day to supplement; null unless a notice was given
 * @param deferredUntil last day to hand in what was deferred; null unless accepted so
 * @param receivedAt 收到材料: when they came in, as a receipt says, or else when the first decision was taken; null before. What was mended after a
 *     one-time notice is received anew: online when it is handed in, at the window see {@link Supplements}; there it is null until then
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
        Map<String, String> remarks,
        Set<String> demandable,
        List<Gap> told,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate deferredUntil,
        @Nullable LocalDateTime receivedAt,
        String createdBy,
        LocalDateTime createdAt,
        long version) {

    /** After that, silence is acceptance (行政许可法 第三十二条第一款第四项). */
    static final int SILENT_WORKING_DAYS = 5;

    public Application {
        materials = Map.copyOf(materials);
        remarks = Map.copyOf(remarks);
        demandable = Set.copyOf(demandable);
        told = List.copyOf(told);
    }

    Application withForm(FormValues filled) {
        return with(choice, applicant, filled);
    }

    Application with(ErrandChoice picked, Applicant whose, FormValues filled) {
        return with(picked, whose, filled, materials);
    }

    /** As it stands with other checks of its materials. */
    Application checked(Collection<CheckedMaterial> found) {
        Map<String, CheckedMaterial> byKey =
                found.stream().collect(Collectors.toMap(CheckedMaterial::key, Function.identity()));
        return with(choice, applicant, form, byKey);
    }

    private Application with(
            ErrandChoice picked, Applicant whose, FormValues filled, Map<String, CheckedMaterial> checked) {
        Set<String> changed = changed(filled);
        Map<String, String> standing = new HashMap<>(remarks);
        standing.keySet().removeAll(changed);
        List<Gap> unchanged = told.stream()
                .filter(gap -> changed.stream().noneMatch(gap::concernsField))
                .toList();
        Application after = with(picked, whose, filled, checked, standing, demandable, unchanged);
        // At the window the clerk types: he looks at a value before he writes it, and corrects himself, which opens
        // nothing.
        return status == ApplicationStatus.AMENDING
                ? after.opening(changed.stream().map(code -> "/form/" + code).toArray(String[]::new))
                : after;
    }

    /** As it stands once these pointers, too, may be demanded. Before a notice all may. */
    Application opening(String... pointers) {
        Set<String> open = new HashSet<>(demandable);
        open.addAll(List.of(pointers));
        return isNoticed() ? with(choice, applicant, form, materials, remarks, open, told) : this;
    }

    /** With what a one-time notice names. */
    Application telling(List<Gap> named) {
        return with(choice, applicant, form, materials, remarks, demandable, named);
    }

    /** With what was said just now of fields, by their codes; an empty remark takes back what was said. */
    Application remarked(Map<String, String> said) {
        Map<String, String> standing = new HashMap<>(remarks);
        standing.putAll(said);
        standing.values().removeIf(String::isBlank);
        standing.replaceAll((code, remark) -> remark.strip());
        return with(choice, applicant, form, materials, standing, demandable, told);
    }

    /** Codes of the fields in which something else stands there. */
    Set<String> changed(FormValues filled) {
        return Stream.of(form.codes(), filled.codes())
                .flatMap(Set::stream)
                .filter(code -> !form.text(code).equals(filled.text(code))
                        || !form.rows(code).equals(filled.rows(code)))
                .collect(Collectors.toSet());
    }

    private Application with(
            ErrandChoice picked,
            Applicant whose,
            FormValues filled,
            Map<String, CheckedMaterial> checked,
            Map<String, String> standing,
            Set<String> open,
            List<Gap> named) {
        return new Application(
                number,
                queryCode,
                status,
                picked,
                edition,
                window,
                whose,
                filled,
                checked,
                standing,
                open,
                named,
                supplementUntil,
                deferredUntil,
                receivedAt,
                createdBy,
                createdAt,
                version);
    }

    /** Last day to accept it or to tell what is missing: counted from what was first received, anew for what is supplemented. */
    public LocalDate decideUntil(WorkingDays days, LocalDate today) {
        return lastDay(days, receivedAt != null && isAwaited() ? receivedAt.toLocalDate() : today);
    }

    /** Since when it is received once a receipt is given at the window for materials that came in then. */
    LocalDateTime receivedSince(CameIn materials) {
        return receivedAt != null && receivedAt.isBefore(materials.at()) ? receivedAt : materials.at();
    }

    /** How it stands. */
    public String words() {
        return status.words(isAwaited());
    }

    /** Whether the window owes a decision on what it has received. */
    public boolean isAwaited() {
        return receivedAt != null && status.isAtTheWindow();
    }

    /** Whether the day to mend what a one-time notice named has passed without it: the window may treat it as withdrawn. */
    public boolean mayLapse(LocalDate today) {
        return status.allows(IntakeAct.LAPSE)
                && supplementUntil != null
                && supplementUntil.isBefore(today)
                && !isAwaited();
    }

    /** Of the time to decide what was received that day. */
    static LocalDate lastDay(WorkingDays days, LocalDate received) {
        return days.plus(received, SILENT_WORKING_DAYS);
    }

    /** Whether the applicant has handed in what the form says: filed online, or received at the window. */
    public boolean isHandedIn() {
        return receivedAt != null || isNoticed() || createdBy.equals(OnlineGate.APPLICANT.account());
    }

    /** Whether a one-time notice was given. */
    public boolean isNoticed() {
        return !demandable.isEmpty();
    }
}
