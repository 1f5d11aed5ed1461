package city.onewindow.bench;

import city.onewindow.approval.CaseFinder;
import city.onewindow.approval.CaseQuery;
import city.onewindow.approval.CaseSearch;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Inbox;
import city.onewindow.approval.InboxQuery;
import city.onewindow.approval.Step;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long people wait for inbox and its figures, lists, search, the page of a case: the doors that pages and API use. */
final class ListTimes {

    private static final int ROUNDS = 1000;
    private static final double LIMIT = 50;

    /** Cases to pick from. */
    private static final long SAMPLED = 50_000;

    private final Inbox inbox;
    private final Cases cases;
    private final CaseFinder finder;
    private final JdbcClient jdbc;
    private final Random random = new Random(1);
    private final List<String> departments;
    private final List<String> numbers;
    private final List<String> running;
    private final List<String> names;

    ListTimes(BenchHouse house) {
        this.inbox = house.get(Inbox.class);
        this.cases = house.get(Cases.class);
        this.finder = house.get(CaseFinder.class);
        this.jdbc = house.get(JdbcClient.class);
        this.names = Years.names();
        this.departments = texts("select department from approval.matter where step = 'REVIEW' group by department");
        String some = "select number from approval.case_file tablesample system (%s) repeatable (1) where closed_at "
                .formatted(Math.min(100, 100.0 * SAMPLED / count("approval.case_file")));
        this.numbers = texts(some + "is not null");
        this.running = texts(some + "is null");
    }

    void print(PrintStream out) {
        out.printf(
                "%,d matters open, %,d ended, %,d cases, %,d rows of history, %,d documents; database of %s%n",
                count("approval.matter where step <> 'ENDED'"),
                count("approval.matter where step = 'ENDED'"),
                count("approval.case_file"),
                count("approval.history"),
                count("notice.document"),
                texts("select pg_size_pretty(pg_database_size(current_database()))")
                        .get(0));
        Map<String, IntConsumer> asked = new LinkedHashMap<>();
        asked.put("inbox, first page", round -> inbox.page(InboxQuery.ALL, null, 31, approver()));
        asked.put("inbox, read on to a fifth page", this::fifthPage);
        asked.put(
                "inbox, overdue",
                round -> inbox.page(new InboxQuery(null, InboxQuery.Due.OVERDUE, false, false), null, 31, approver()));
        asked.put("inbox, with its figures", round -> inbox.whole(InboxQuery.ALL, null, 31, approver()));
        asked.put("overview of the centre, running", round -> cases.list(CaseQuery.RUNNING, null, 30, manager()));
        asked.put("overview of the centre, overdue", round -> cases.list(CaseQuery.OVERDUE, null, 30, manager()));
        asked.put(
                "overview of the centre, to be handed over", round -> cases.list(CaseQuery.MADE, null, 30, manager()));
        asked.put("what lies at the issuing window", round -> cases.issuing(Step.DELIVER, null, 30, issuer()));
        asked.put("overview of a lead department, closed", round -> cases.list(CaseQuery.CLOSED, null, 30, lead()));
        List<CaseQuery> figures = List.of(CaseQuery.RUNNING, CaseQuery.OVERDUE, CaseQuery.MADE, CaseQuery.CLOSED);
        asked.put("figures of the centre's overview", round -> cases.counts(figures, manager()));
        asked.put("figures of a lead department's overview", round -> cases.counts(figures, lead()));
        asked.put("search by name", round -> finder.find(named(), null, 30, manager()));
        asked.put("search by name, one department's", round -> finder.find(named(), null, 30, approver()));
        asked.put(
                "search by department and step",
                round -> finder.find(
                        new CaseSearch(null, pick(departments), pick(List.of(Step.values()))), null, 30, manager()));
        asked.put(
                "search by department",
                round -> finder.find(new CaseSearch(null, pick(departments), null), null, 30, manager()));
        asked.put("newest cases of a department", round -> finder.find(CaseSearch.NEWEST, null, 30, approver()));
        asked.put("a matter", round -> {
            String number = pick(running);
            cases.matter(number, cases.file(number, manager()).matters().get(0).item(), manager());
        });
        asked.put("page of a closed case", round -> cases.file(pick(numbers), manager()));
        asked.put("page of a running case", round -> cases.file(pick(running), manager()));
        Times.head(out);
        asked.forEach((what, work) -> Times.of(ROUNDS, work).print(out, what, LIMIT));
    }

    private void fifthPage(int round) {
        Actor actor = approver();
        String after = null;
        for (int page = 0; page < 5 && (page == 0 || after != null); page++) {
            after = inbox.page(InboxQuery.ALL, after, 31, actor).next();
        }
    }

    private CaseSearch named() {
        return new CaseSearch(pick(names), null, null);
    }

    private Actor approver() {
        return actor(pick(departments), Role.REVIEWER, Role.DECIDER);
    }

    private Actor lead() {
        return actor(pick(departments), Role.LEAD_DEPARTMENT);
    }

    private static Actor manager() {
        return actor("zwfw", Role.MANAGER);
    }

    private static Actor issuer() {
        return actor("zwfw", Role.ISSUING_CLERK);
    }

    private static Actor actor(String department, Role... roles) {
        return new Actor("bench", "测试", Set.of(roles), department, null);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
