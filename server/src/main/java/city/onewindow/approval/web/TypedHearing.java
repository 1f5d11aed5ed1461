package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.AskedRecord;
import city.onewindow.approval.AskedSession;
import city.onewindow.approval.Hearing;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a hearing (听证); every part may be missing.
 *
 * @param others one a line: name, comma, address
 * @param by 0 the applicant, else the place among the others, from 1; all of them for {@link #ALL}
 * @param announced "true" if it is announced to everybody, too
 * @param adjourned "true" if it was put off
 * @param key made with the form, so that a form sent twice acts once
 */
public record TypedHearing(
        @Nullable Act act,
        @Nullable String reason,
        @Nullable String others,
        @Nullable String askUntil,
        @Nullable String on,
        @Nullable String by,
        @Nullable String day,
        @Nullable String hour,
        @Nullable String place,
        @Nullable String presider,
        @Nullable String announced,
        @Nullable String came,
        @Nullable String spoken,
        @Nullable String signed,
        @Nullable String adjourned,
        @Nullable String key) {

    static final String ALL = "all";

    /**
     * @param act that the reader wants to do; null if it is whatever comes first
     * @param on when somebody asked, as far as that is known
     */
    static TypedHearing blank(@Nullable Act act, @Nullable LocalDate on) {
        String day = on == null ? null : on.toString();
        String key = UUID.randomUUID().toString();
        return new TypedHearing(
                act, null, null, null, day, null, null, null, null, null, null, null, null, null, null, key);
    }

    /** Who has no comma in his line has no address. */
    List<Hearing.Party> parties() {
        return TypedAct.text(others)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("[，,]", 2))
                .map(parts -> new Hearing.Party(parts[0], parts.length == 1 ? "" : parts[1]))
                .toList();
    }

    /** @return null if it isn't one of a list */
    @Nullable
    Integer party() {
        String typed = TypedAct.text(by);
        return typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null;
    }

    /**
     * Who waives it; null if all do.
     *
     * @throws Problem.InvalidInput unless it was said
     */
    @Nullable
    Integer waiver() {
        Integer party = party();
        if (party == null && !ALL.equals(by)) {
            throw new Problem.InvalidInput("/by", "请选择谁放弃听证。");
        }
        return party;
    }

    AskedSession session() {
        return new AskedSession(
                TypedAct.at(day, hour), TypedAct.text(place), TypedAct.text(presider), Boolean.parseBoolean(announced));
    }

    AskedRecord record() {
        return new AskedRecord(
                TypedAct.text(came), TypedAct.text(spoken), TypedAct.text(signed), Boolean.parseBoolean(adjourned));
    }
}
