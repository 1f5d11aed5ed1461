package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Reason;
import city.onewindow.identity.Actor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What cases were accepted on that nobody has seen on paper (全程网办), for the issuing window above. */
@Service
public class Originals {

    private final Dossiers dossiers;
    private final MaterialChecks checks;
    private final Audit audit;
    private final Clock clock;

    Originals(Dossiers dossiers, MaterialChecks checks, Audit audit, Clock clock) {
        this.dossiers = dossiers;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    /** What of a case is still to be shown or signed; granted results that need it are not handed over before. */
    @Transactional(readOnly = true)
    public List<Original> toShow(String number) {
        // Most cases were accepted at a window: only the others are worth a merge.
        if (!checks.anyToShow(number)) {
            return List.of();
        }
        Dossier dossier = dossiers.ofCase(number);
        return dossier.merge().materials().stream()
                .filter(material -> isToShow(dossier.application(), material.key()))
                .map(material -> new Original(
                        material.key(),
                        material.name(),
                        isSigned(material) ? "请申请人核对、签字" : "核验" + Gaps.form(material),
                        material.reasons().stream().map(Reason::item).collect(Collectors.toSet())))
                .toList();
    }

    /** It was shown or signed; what was already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void shown(String number, Collection<String> keys, Actor actor) {
        for (String key : keys) {
            Dossier dossier = dossiers.ofCase(number);
            Application application = dossier.application();
            dossier.merge()
                    .material(key)
                    .filter(material -> isToShow(application, key))
                    .ifPresent(material -> {
                        checks.save(application, shown(application, material), LocalDateTime.now(clock));
                        audit.record(actor.account(), "application.show", number, key);
                    });
        }
    }

    private static boolean isToShow(Application application, String key) {
        CheckedMaterial kept = application.materials().get(key);
        return kept != null && kept.way() == Way.TO_SHOW && application.status().allows(IntakeAct.SHOW);
    }

    private static boolean isSigned(MergedMaterial material) {
        return material.origin() == MergedMaterial.Origin.FORM;
    }

    private static CheckedMaterial shown(Application application, MergedMaterial material) {
        CheckedMaterial kept = Objects.requireNonNull(application.materials().get(material.key()));
        Way way = isSigned(material) ? Way.SIGNED : Way.SEEN;
        return new CheckedMaterial(kept.key(), way, kept.pointsMet(), kept.remark(), kept.files());
    }
}
