package city.onewindow.approval;

import city.onewindow.calendar.Deadline;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.JointHandling;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.TechnicalCheck;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Addressee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes a case with all its matters; reads the file. */
@Repository
class CaseFiles {

    /** Matters that wait for nothing open at once; the others' clocks start when they open. */
    private static final String INSERT = """
            with file as (
                insert into approval.case_file (region, number, title, one_thing, window_code, lead_department, applicant, applicant_fingerprint,
                        addressee, query_code, edition, unended, unmade, accepted_at, accepted_by, promised_due, statutory_due, joint_days, joint_card_at)
                values (:region, :number, :title, :oneThing, :window, :leadDepartment, :applicant, :fingerprint,
                        :addressee, :queryCode, :edition, :count, :count, :at, :by, :promisedDue, :statutoryDue, :jointDays, :jointCardAt)
            ), made as (
                insert into approval.matter (region, number, item, seq, item_name, department, legal_basis, result, numbered_by_department,
                        licence, after, pending, chain, extension_limit, extension_ground, technical_check, step,
                        promised_days, promised_unit, statutory_days, statutory_unit, opened_at, promised_due, statutory_due, next_card_at)
                select :region, :number, m.item, m.seq, m.item_name, m.department, m.legal_basis, m.result,
                       m.numbered_by_department, m.licence, m.after,
                       cardinality(m.after), m.chain, m.extension_limit, m.extension_ground, m.technical_check,
                       case when m.after <> '{}' then 'WAITING' when m.chain = 'ONE' then 'DECIDE' else 'REVIEW' end,
                       m.promised_days, m.promised_unit, m.statutory_days, m.statutory_unit,
                       case when m.after = '{}' then :at end,
                       case when m.after = '{}' then m.promised_due end,
                       case when m.after = '{}' then m.statutory_due end,
                       case when m.after = '{}' then m.yellow_from end
                from (select item, seq, item_name, department, legal_basis, result, numbered_by_department, licence,
                             string_to_array(after_items, ' ') as after, chain, extension_limit, extension_ground,
                             technical_check, promised_days, promised_unit,
                             statutory_days, statutory_unit, promised_due, statutory_due, yellow_from
                      from unnest(:items, :names, :departments, :bases, :results, :numberedByDepartment::boolean[],
                                  :licences::boolean[], :afters, :chains,
                                  :extensionLimits::integer[], :extensionGrounds, :technicalChecks,
                                  :promisedDays::numeric[], :promisedUnits, :statutoryDays::numeric[], :statutoryUnits,
                                  :promisedDues::timestamp[], :statutoryDues::timestamp[], :yellowFroms::timestamp[])
                           with ordinality as given (item, item_name, department, legal_basis, result,
                                  numbered_by_department, licence, after_items, chain,
                                  extension_limit, extension_ground, technical_check,
                                  promised_days, promised_unit, statutory_days, statutory_unit,
                                  promised_due, statutory_due, yellow_from, seq)) m
                returning item, seq, step
            )
            insert into approval.history (region, number, item, at, who, who_name, act, to_step)
            select :region, :number, item, :at, :system, :systemName, 'OPEN', step
            from made where step <> 'WAITING' order by seq
            """;

    private static final String FIND = "select * from approval.case_file where region = :region and number = :number";

    private static final String WHOLE = """
            select m.*, f.title, f.edition, f.accepted_at, f.applicant, f.addressee, f.joint_days
            from approval.case_file f
            join approval.matter m on m.region = f.region and m.number = f.number
            where f.region = :region and f.number = :number
            order by m.seq
            """;

    private final JdbcClient jdbc;
    private final Cipher cipher;

    CaseFiles(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(ApplicationAccepted accepted, String leadDepartment, Deadlines deadlines) {
        LocalDateTime at = accepted.acceptedAt();
        Schedule schedule = accepted.schedule();
        List<CaseItem> items =
                schedule.slots().stream().map(Schedule.Slot::item).toList();
        Map<String, String> codes = items.stream()
                .collect(Collectors.toMap(CaseItem::name, item -> item.item().code()));
        OneThing oneThing = accepted.errand().oneThing();
        jdbc.sql(INSERT)
                .param("region", accepted.region())
                .param("number", accepted.number())
                .param("title", accepted.errand().title())
                .param("oneThing", oneThing == null ? null : oneThing.code())
                .param("window", accepted.window())
                .param("leadDepartment", leadDepartment)
                .param("applicant", accepted.applicant().masked())
                .param(
                        "fingerprint",
                        cipher.fingerprint(
                                CaseSearch.folded(accepted.applicant().name())))
                .param("addressee", cipher.seal(accepted.applicant().name()))
                .param("queryCode", accepted.queryCode())
                .param("edition", accepted.edition())
                .param("count", items.size())
                .param("at", at)
                .param("by", accepted.by())
                .param("promisedDue", schedule.promised().due())
                .param("statutoryDue", schedule.statutory().due())
                .param(
                        "jointDays",
                        schedule.joint() == null
                                ? null
                                : JointHandling.LIMIT.days().intValue(),
                        Types.SMALLINT)
                .param("jointCardAt", jointYellow(schedule, deadlines), Types.TIMESTAMP)
                .param("items", texts(items, item -> item.item().code()))
                .param("names", texts(items, CaseItem::name))
                .param("departments", texts(items, item -> item.item().department()))
                .param("bases", texts(items, item -> item.terms().legalBasis()))
                .param("results", texts(items, item -> item.terms().result()))
                .param(
                        "numberedByDepartment",
                        texts(items, item -> String.valueOf(item.terms().numberedByDepartment())))
                .param("licences", texts(items, item -> String.valueOf(JointHandling.isLicence(item))))
                .param(
                        "afters",
                        texts(
                                items,
                                item -> item.after().stream().map(codes::get).collect(Collectors.joining(" "))))
                .param("chains", texts(items, item -> chain(item).name()))
                .param(
                        "extensionLimits",
                        texts(items, item -> String.valueOf(extension(item).days())))
                .param("extensionGrounds", texts(items, item -> extension(item).ground()))
                .param("technicalChecks", texts(items, CaseFiles::technicalCheck))
                .param("promisedDays", texts(items, item -> days(item.terms().promised())))
                .param("promisedUnits", texts(items, item -> unit(item.terms().promised())))
                .param("statutoryDays", texts(items, item -> days(item.terms().statutory())))
                .param("statutoryUnits", texts(items, item -> unit(item.terms().statutory())))
                .param("promisedDues", texts(schedule.slots(), slot -> due(slot.promised())))
                .param("statutoryDues", texts(schedule.slots(), slot -> due(slot.statutory())))
                .param("yellowFroms", texts(schedule.slots(), slot -> yellowFrom(slot.promised(), deadlines)))
                .param("system", HistoryEntry.SYSTEM)
                .param("systemName", HistoryEntry.SYSTEM_NAME)
                .update();
    }

    /** One person alone decides only what is done on the spot, which a one-thing may say otherwise of than the item itself. */
    private static Chain chain(CaseItem item) {
        Chain chain = item.item().particulars().chain();
        return chain == Chain.ONE && item.terms().kind() != CaseKind.ON_THE_SPOT ? Chain.TWO : chain;
    }

    private static Extension extension(CaseItem item) {
        return item.item().particulars().extension();
    }

    private static @Nullable String technicalCheck(CaseItem item) {
        TechnicalCheck check = item.item().particulars().technicalCheck();
        return check == null ? null : check.name();
    }

    Optional<CaseFile> find(String region, String number) {
        return jdbc.sql(FIND)
                .param("region", region)
                .param("number", number)
                .query(CaseFiles::file)
                .optional();
    }

    /**
     * For whoever holds its query code.
     *
     * @param number as typed
     * @param queryCode as typed
     * @throws Problem.NotFound unless both are right
     */
    CaseFile tracked(String region, String number, String queryCode) {
        return find(region, CaseNumber.typed(number))
                .filter(found -> Codes.isTyped(queryCode(region, found.number()), queryCode))
                .orElseThrow(() -> new Problem.NotFound("没有查到办件。请核对受理通知书上的办件编号和查询码，两者都要填对。"));
    }

    private String queryCode(String region, String number) {
        return jdbc.sql("select query_code from approval.case_file where region = :region and number = :number")
                .param("region", region)
                .param("number", number)
                .query(String.class)
                .single();
    }

    Addressed addressed(String region, String number) {
        return jdbc.sql(FIND)
                .param("region", region)
                .param("number", number)
                .query((row, index) -> addressed(row))
                .single();
    }

    /** A case with all its matters, read at once; empty if there is none or none of its matters is the item. */
    Optional<Whole> whole(String region, String number, String item) {
        return jdbc.sql(WHOLE).param("region", region).param("number", number).query(rows -> {
            List<Matter> all = new ArrayList<>();
            Addressed to = null;
            while (rows.next()) {
                to = to == null ? addressed(rows) : to;
                all.add(Matters.matter(rows, rows.getRow()));
            }
            return to == null ? Optional.empty() : Whole.of(to, all, item);
        });
    }

    Addressed addressed(ResultSet row) throws SQLException {
        return new Addressed(
                row.getString("number"),
                row.getString("title"),
                row.getInt("edition"),
                row.getObject("accepted_at", LocalDateTime.class),
                new Addressee(cipher.openText(row.getBytes("addressee")), row.getString("applicant")),
                row.getObject("joint_days", Integer.class));
    }

    static CaseFile file(ResultSet row, int index) throws SQLException {
        return new CaseFile(
                row.getString("number"),
                row.getString("title"),
                row.getString("one_thing"),
                row.getString("window_code"),
                row.getString("lead_department"),
                row.getString("applicant"),
                row.getInt("edition"),
                row.getObject("accepted_at", LocalDateTime.class),
                row.getString("accepted_by"),
                row.getObject("promised_due", LocalDateTime.class),
                row.getObject("statutory_due", LocalDateTime.class),
                row.getObject("closed_at", LocalDateTime.class),
                row.getObject("joint_days", Integer.class));
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String days(@Nullable TimeLimit limit) {
        return limit == null ? null : limit.days().toPlainString();
    }

    private static @Nullable String unit(@Nullable TimeLimit limit) {
        return limit == null ? null : limit.unit().name();
    }

    private static @Nullable LocalDateTime jointYellow(Schedule schedule, Deadlines deadlines) {
        Deadline joint = schedule.joint();
        return joint == null ? null : deadlines.yellowFrom(joint.start(), joint.due(), List.of());
    }

    private static String yellowFrom(Schedule.Stretch stretch, Deadlines deadlines) {
        return deadlines
                .yellowFrom(stretch.start(), stretch.end().due(), List.of())
                .toString();
    }

    private static String due(Schedule.Stretch stretch) {
        return stretch.end().due().toString();
    }
}
