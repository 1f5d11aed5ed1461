package city.onewindow.catalog;

import city.onewindow.calendar.TimeLimit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an item is done.
 *
 * @param itemType 行政许可, 公共服务 …
 * @param kind on the spot or promised
 * @param legalBasis law and article, as published
 * @param statutory null where no law sets a limit
 * @param fee in words; "0", 免费 and 不收费 are free of charge, and what stands in brackets behind it is said besides
 * @param result the document or registration that comes out
 * @param numberedByDepartment whether a register of its department gives it its number; every other paper may go by its case's
 * @param specialSteps special procedures in words, empty if none
 * @param note what an owner should know, empty if nothing
 */
public record Terms(
        String itemType,
        CaseKind kind,
        String legalBasis,
        @Nullable TimeLimit statutory,
        TimeLimit promised,
        String fee,
        String result,
        boolean numberedByDepartment,
        String specialSteps,
        String note) {

    private static final Pattern FREE = Pattern.compile("(?:0|免费|不收费)(?:[(（](.*)[)）])?");

    /** What is said of an item that is free of charge, empty if nothing more; empty altogether if it costs something. */
    public Optional<String> freeOfCharge() {
        Matcher free = FREE.matcher(fee);
        return free.matches() ? Optional.of(free.group(1) == null ? "" : free.group(1)) : Optional.empty();
    }

    /** Free of charge, and nothing more to be said of it. */
    public boolean isPlainlyFree() {
        return freeOfCharge().filter(String::isEmpty).isPresent();
    }

    /** As official papers say it. */
    public String feeInWords() {
        return freeOfCharge()
                .map(remark -> remark.isEmpty() ? "不收费" : "不收费（" + remark + "）")
                .orElse(fee);
    }

    /**
     * These terms where they state something of their own, and the item's where they only repeated it.
     *
     * @param before the item's standing terms until now
     * @param now its standing terms from now on
     */
    public Terms following(Terms before, Terms now) {
        TimeLimit limit = Objects.equals(statutory, before.statutory) ? now.statutory : statutory;
        TimeLimit stated = own(promised, before.promised, now.promised);
        // What is done on the spot is counted in the unit that the law counts in.
        TimeLimit promise = limit != null && stated.isOnTheSpot() ? new TimeLimit(stated.days(), limit.unit()) : stated;
        // Both are counted in one unit: where the item takes another, whoever promises less keeps both until he says
        // otherwise.
        boolean mixed = limit != null && limit.unit() != promise.unit();
        // Who numbers what comes out belongs to what comes out.
        boolean sameResult = result.equals(before.result) && numberedByDepartment == before.numberedByDepartment;
        return new Terms(
                own(itemType, before.itemType, now.itemType),
                own(kind, before.kind, now.kind),
                own(legalBasis, before.legalBasis, now.legalBasis),
                mixed ? statutory : limit,
                mixed ? promised : promise,
                own(fee, before.fee, now.fee),
                own(result, before.result, now.result),
                sameResult ? now.numberedByDepartment : numberedByDepartment,
                own(specialSteps, before.specialSteps, now.specialSteps),
                own(note, before.note, now.note));
    }

    private static <T> T own(T stated, T before, T now) {
        return stated.equals(before) ? now : stated;
    }
}
