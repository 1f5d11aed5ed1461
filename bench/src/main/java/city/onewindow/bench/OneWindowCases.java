package city.onewindow.bench;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OneThing;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Way;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's own doors, as the pages and the API call them. */
final class OneWindowCases implements Contestant {

    /** How many are made ready for each second that is measured; on a faster machine more are made in between. */
    static final int MOST_A_SECOND = 100;

    private static final String ERRAND = "企业开办一件事";
    private static final Taker TAKER = new Taker("张示例", Relation.SELF, IdType.ID_CARD, "410311199001010001", "");

    private final String name;
    private final long postmaster;
    private final Intake intake;
    private final Reception reception;
    private final Approval approval;
    private final Issuance issuance;
    private final JdbcClient jdbc;
    private final Actor clerk;
    private final Actor issuer = new Actor("bench-issuing", "出件员", Set.of(Role.ISSUING_CLERK), "zwfw", "tycj");
    private final Queue<String> ready = new ConcurrentLinkedQueue<>();
    private final Flow flow;
    private final String pattern;

    /** @param name what it is called in the report */
    OneWindowCases(String name, BenchHouse house) {
        this.name = name;
        postmaster = house.postmaster();
        intake = house.get(Intake.class);
        reception = house.get(Reception.class);
        approval = house.get(Approval.class);
        issuance = house.get(Issuance.class);
        jdbc = house.get(JdbcClient.class);
        OneThing thing = house.get(Catalogs.class)
                .current()
                .oneThingNamed(ERRAND)
                .orElseThrow(() -> new IllegalStateException("The content has no " + ERRAND));
        clerk = new Actor("bench-clerk", "受理员", Set.of(Role.CLERK), "scjg", thing.window());
        Dossier complete = complete(house.get(Catalogs.class), thing);
        flow = Flow.of(complete.merge().errand());
        pattern = complete.application().number();
    }

    Flow flow() {
        return flow;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long postmaster() {
        return postmaster;
    }

    /** Copies of one complete application, so that making them costs seconds and not minutes. */
    void prepare(int cases) {
        List<String> numbers = jdbc.sql("""
                        insert into intake.application
                        select (jsonb_populate_record(a, jsonb_build_object(
                                   'number', a.region || '-bench-' || nextval('intake.application_number'),
                                   'idempotency_key', gen_random_uuid()))).*
                        from intake.application a, generate_series(1, :cases)
                        where a.number = :pattern
                        returning number
                        """)
                .param("cases", cases)
                .param("pattern", pattern)
                .query(String.class)
                .list();
        // Materials are checked against their application by a plan that a session keeps: made while there were few
        // applications, it reads all of them for each material. What is learned of the table makes sessions plan anew.
        jdbc.sql("analyze intake.application").update();
        jdbc.sql("""
                        insert into intake.application_material
                        select m.region, copy, m.key, m.way, m.points_met, m.remark, m.files
                        from unnest(:copies) copy, intake.application_material m
                        where m.number = :pattern
                        """)
                .param("copies", numbers.toArray(String[]::new))
                .param("pattern", pattern)
                .update();
        ready.addAll(numbers);
    }

    /** Number of a case that was run to its close. */
    String closedCase() {
        prepare(1);
        return finished();
    }

    @Override
    public void run() {
        finished();
    }

    /** Number of an accepted case whose first item was reviewed: its department can decide. */
    String reviewed() {
        String number = next();
        reception.accept(number, null, clerk);
        review(number, flow.items().get(0));
        return number;
    }

    private void review(String number, CaseItem item) {
        Actor approver = approver(item.item().department());
        approval.review(number, item.item().code(), Recommendation.GRANT, "材料属实", approver, null);
    }

    private String finished() {
        String number = next();
        reception.accept(number, null, clerk);
        for (CaseItem item : flow.items()) {
            String code = item.item().code();
            Actor approver = approver(item.item().department());
            review(number, item);
            approval.grant(number, code, "同意", approver, null);
            approval.certify(number, code, "示例字第" + code + "号", approver, null);
        }
        issuance.handOver(number, flow.codes(), TAKER, issuer, key());
        return number;
    }

    /** On a machine faster than was prepared for, more are made in between, at the product's own cost. */
    private String next() {
        for (String number = ready.poll(); ; number = ready.poll()) {
            if (number != null) {
                return number;
            }
            prepare(100);
        }
    }

    /** A department's own system may walk every step. */
    private static Actor approver(String department) {
        return new Actor(
                department + "-system",
                department,
                Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER),
                department,
                null);
    }

    private Dossier complete(Catalogs catalogs, OneThing thing) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "410311199001010001", "13800000000", null);
        ErrandChoice choice = new ErrandChoice(thing.code(), List.of(), Map.of("q_agent", "no"));
        Dossier begun = intake.begin(new NewApplication(choice, applicant), clerk, key());
        String number = begun.application().number();
        intake.fill(
                number,
                new ExampleForm(catalogs.at(begun.application().edition()), begun.merge()).values(),
                Set.of(),
                clerk);
        for (MergedMaterial material : begun.merge().materials()) {
            List<Integer> points =
                    IntStream.range(0, material.reviewPoints().size()).boxed().toList();
            intake.check(number, new CheckedMaterial(material.key(), Way.SEEN, points, "", List.of()), clerk);
        }
        return intake.dossier(number, clerk);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
