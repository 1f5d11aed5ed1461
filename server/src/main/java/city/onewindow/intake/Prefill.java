package city.onewindow.intake;

import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.kernel.CitizenId;
import city.onewindow.kernel.IdType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 一次采集: fills the form with what the window already knows of the applicant, so that it is not asked again. Pure. */
final class Prefill {

    /** What a prefill_source begins with that names an element of which the applicant gave the value: applicant.person_name. */
    private static final String APPLICANT = "applicant.";

    private Prefill() {}

    static Application of(Dossier empty) {
        return empty.application().withForm(fresh(empty));
    }

    /**
     * Once the application is somebody else's, what the form said of the earlier applicant says it of the new one; what
     * else was typed stays.
     *
     * @param revised with the new applicant and the form as it was
     */
    static FormValues instead(Applicant earlier, Dossier revised) {
        FormValues form = revised.application().form();
        Set<String> theirs = known(earlier, revised).entrySet().stream()
                .filter(known -> known.getValue().equals(form.text(known.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        FormValues kept = form.without(theirs);
        return fresh(revised).with(kept.texts(), kept.tables());
    }

    private static FormValues fresh(Dossier empty) {
        Map<String, String> known = known(empty.application().applicant(), empty);
        known.keySet()
                .retainAll(empty.merge().fields().stream()
                        .filter(MergedField::isAsked)
                        .map(field -> field.element().code())
                        .toList());
        FormValues prefilled = new FormValues(known, Map.of());
        // What the dictionary would refuse (a foreign document in a field for citizens) stays for the clerk to type.
        empty.check()
                .faults(prefilled)
                .forEach(fault -> known.remove(fault.pointer().split("/", -1)[2]));
        return new FormValues(known, Map.of());
    }

    /** By code of the data element; of the form's own, those that the content calls the applicant's, as a landlord's name is. */
    static Map<String, String> known(Applicant applicant, Dossier dossier) {
        Map<String, String> known = known(applicant);
        Map<String, String> own = new LinkedHashMap<>();
        for (MergedField field : dossier.merge().fields()) {
            String source = field.element().prefillSource();
            String value = source.startsWith(APPLICANT) ? known.get(source.substring(APPLICANT.length())) : null;
            if (value != null) {
                own.put(field.element().code(), value);
            }
        }
        known.putAll(own);
        return known;
    }

    /** By code of the data element. */
    static Map<String, String> known(Applicant applicant) {
        Map<String, String> known = new LinkedHashMap<>();
        if (applicant.kind() == Applicant.Kind.PERSON) {
            known.put("person_name", applicant.name());
            known.put("id_type", applicant.idType().elementCode());
            known.put("id_number", applicant.idNumber());
            known.put("phone", applicant.phone());
            if (applicant.idType() == IdType.ID_CARD
                    && CitizenId.refusal(applicant.idNumber()).isEmpty()) {
                known.put(
                        "birth_date", CitizenId.birthDate(applicant.idNumber()).toString());
                known.put("gender", CitizenId.isMale(applicant.idNumber()) ? "1" : "2");
            }
        } else {
            known.put("org_name", applicant.name());
            known.put("uscc", applicant.idNumber());
        }
        Applicant.Agent agent = applicant.agent();
        if (agent != null) {
            known.put("agent_name", agent.name());
            known.put("agent_id_number", agent.idNumber());
            known.put("agent_phone", agent.phone());
        }
        known.values().removeIf(String::isEmpty);
        return known;
    }
}
