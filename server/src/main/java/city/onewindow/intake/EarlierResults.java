package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Materials that an earlier stage of the project issued, and so nobody brings (国务院关于在线政务服务的若干规定 第七条). Which there are, and
 * whether they hold, the room above knows: it asks here whose they are, and has them noted.
 */
@Service
public class EarlierResults {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final MaterialChecks checks;
    private final Audit audit;
    private final Centre centre;
    private final Clock clock;

    EarlierResults(JdbcClient jdbc, Dossiers dossiers, MaterialChecks checks, Audit audit, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.checks = checks;
        this.audit = audit;
        this.centre = centre;
        this.clock = clock;
    }

    /** Of these cases those that this very applicant applied for. */
    @Transactional(readOnly = true)
    public Set<String> ofSameApplicant(Dossier dossier, Collection<String> numbers) {
        return Set.copyOf(jdbc.sql("""
                        select other.number
                        from intake.application own
                        join intake.application other using (region, applicant_fingerprint)
                        where own.region = :region and own.number = :number and other.number = any (:numbers)
                        """)
                .param("region", centre.region())
                .param("number", dossier.application().number())
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Notes that the centre has the material, for it issued it: nothing of it is the applicant's to bring or to mend. Again, it is that.
     * Of a case it may be one that was deferred (容缺受理), which is handed in thereby.
     *
     * @param remark where it comes from, for people
     * @throws Problem.NotFound for an application of another window, or without such a material
     * @throws Problem.Conflict if the application isn't filled in any more, or the material was dealt with otherwise
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String number, String key, EarlierResult result, String remark, Actor actor) {
        Dossier dossier = dossiers.ofWindow(number, actor);
        boolean isCase = dossier.application().status() == ApplicationStatus.ACCEPTED;
        dossiers.mustAllow(dossier, isCase ? IntakeAct.SUPPLY : IntakeAct.FILL);
        MergedMaterial material = dossier.merge()
                .material(key)
                .orElseThrow(() -> new Problem.NotFound("这件申请不需要代码为「" + key + "」的材料。请刷新页面。"));
        CheckedMaterial kept = dossier.application().materials().get(key);
        if (dossier.awaits(material)) {
            CheckedMaterial taken = new CheckedMaterial(key, Way.FETCHED, List.of(), remark, List.of(), result);
            checks.save(dossier.application(), taken, LocalDateTime.now(clock));
            audit.record(actor.account(), "application.take_result", number, detail(key, result));
        } else if (kept == null || !result.equals(kept.result())) {
            throw new Problem.Conflict("「" + material.name() + "」"
                    + (kept == null ? "不在容缺后补的材料里" : "已经是「" + kept.way().words() + "」") + "，没有取用前阶段的结果。请刷新页面查看。");
        }
    }

    /**
     * As if nothing had come in of the material. Again, there is nothing to put back. What fell since it was taken no notice could
     * name: it may be demanded after one, too; what still holds, once it falls.
     *
     * @param holds whether it is still what was taken
     * @throws Problem.NotFound for an application of another window
     * @throws Problem.Conflict if the application isn't filled in any more
     */
    @Transactional
    public void putBack(String number, String key, Predicate<EarlierResult> holds, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        CheckedMaterial kept = dossier.application().materials().get(key);
        EarlierResult result = kept == null ? null : kept.result();
        if (result != null) {
            boolean still = holds.test(result);
            if (still && dossier.application().isNoticed()) {
                rememberPutBack(number, key, result);
            }
            Application application = dossier.application();
            checks.remove(
                    still ? application : application.opening("/materials/" + key), key, LocalDateTime.now(clock));
            audit.record(actor.account(), "application.put_back_result", number, detail(key, result));
        }
    }

    private void rememberPutBack(String number, String key, EarlierResult result) {
        jdbc.sql("""
                        insert into intake.put_back (region, number, key, result_number, result_item)
                        values (:region, :number, :key, :from, :item)
                        on conflict (region, number, key) do update
                        set result_number = excluded.result_number, result_item = excluded.result_item, fell = false
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("key", key)
                .param("from", result.number())
                .param("item", result.item())
                .update();
    }

    /**
     * A result holds no longer: what put it back may demand the material. The applications' own rows are left alone: whoever accepts one
     * holds it and waits for the project, which the act that took the result back holds.
     *
     * @param from number of the case whose it was
     * @param item code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fell(String from, String item) {
        jdbc.sql("""
                        update intake.put_back set fell = true
                        where region = :region and result_number = :from and result_item = :item
                        """)
                .param("region", centre.region())
                .param("from", from)
                .param("item", item)
                .update();
    }

    private static String detail(String key, EarlierResult result) {
        return key + " " + result.number() + " " + result.item();
    }

    /** What an application rests on, by key of the material. */
    @Transactional(readOnly = true)
    public Map<String, EarlierResult> of(String number) {
        Map<String, EarlierResult> results = new TreeMap<>();
        jdbc.sql("""
                        select key, result_number, result_item, result_certificate from intake.application_material
                        where region = :region and number = :number and result_number is not null
                        """).param("region", centre.region()).param("number", number).query(row -> {
            results.put(
                    row.getString("key"),
                    new EarlierResult(
                            row.getString("result_number"),
                            row.getString("result_item"),
                            row.getString("result_certificate")));
        });
        return results;
    }

    /**
     * Of these applications, by their numbers, those that rest on a result.
     *
     * @param from number of the case whose it is
     * @param item code
     */
    @Transactional(readOnly = true)
    public List<String> restingOn(Collection<String> numbers, String from, String item) {
        return jdbc.sql("""
                        select distinct number from intake.application_material
                        where region = :region and number = any (:numbers) and result_number = :from and result_item = :item
                        order by number
                        """)
                .param("region", centre.region())
                .param("numbers", numbers.toArray(String[]::new))
                .param("from", from)
                .param("item", item)
                .query(String.class)
                .list();
    }
}
