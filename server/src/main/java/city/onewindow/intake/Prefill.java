package city.onewindow.intake;

import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import java.util.LinkedHashMap;
import java.util.Map;

/** 一次采集: fills the form with what the window already knows of the applicant, so that it is not asked again. Pure. */
final class Prefill {

    private Prefill() {}

    static Application of(Dossier empty) {
        Application application = empty.application();
        Map<String, String> known = known(application.applicant());
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
        return application.withForm(new FormValues(known, Map.of()));
    }

    /** By code of the data element. */
    static Map<String, String> known(Applicant applicant) {
        Map<String, String> known = new LinkedHashMap<>();
        if (applicant.kind() == Applicant.Kind.PERSON) {
            known.put("person_name", applicant.name());
            known.put("id_type", applicant.idType().elementCode());
            known.put("id_number", applicant.idNumber());
            known.put("phone", applicant.phone());
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
