package city.onewindow.audit.web;

import city.onewindow.audit.AuditQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an auditor asks for in an address; an empty parameter asks for nothing.
 *
 * @param from first day
 * @param until last day
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable String act,
        @Nullable String object,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until) {

    /** @param codes of acts by their names; what isn't a name is taken for the beginning of a code */
    AuditFilter byCode(Map<String, String> codes) {
        String named = stated(act);
        return named == null ? this : new AuditFilter(who, codes.getOrDefault(named, named), object, from, until);
    }

    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                stated(who),
                stated(act),
                stated(object),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static @Nullable String stated(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
