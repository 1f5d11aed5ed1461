package city.onewindow.approval.web;

import city.onewindow.frame.Field;
import city.onewindow.kernel.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in of one of the forms with which paper is handed over.
 *
 * @param form its name; empty if none was
 * @param ticked keys of the materials
 * @param faults what is wrong with it
 */
record TypedHanding(String form, List<String> ticked, String reason, List<Fault> faults) {

    static final TypedHanding NONE = new TypedHanding("", List.of(), "", List.of());

    static final String MATERIALS = "materials-";

    static final String REASON = "reason-";

    static TypedHanding of(HttpServletRequest request, String form) {
        String[] ticked = request.getParameterValues(MATERIALS + form);
        String reason = request.getParameter(REASON + form);
        return new TypedHanding(
                form, ticked == null ? List.of() : List.of(ticked), reason == null ? "" : reason, List.of());
    }

    TypedHanding wrong(List<Fault> all) {
        return new TypedHanding(form, ticked, reason, all);
    }

    /** The materials as they were ticked, if this is their form. */
    Field materials(String of, Field fresh) {
        return form.equals(of) ? fresh.value(String.join("|", ticked)).error(wrongAt("/materials")) : fresh;
    }

    Field reason(String of, Field fresh) {
        return form.equals(of) ? fresh.value(reason).error(wrongAt("/reason")) : fresh;
    }

    private @Nullable String wrongAt(String pointer) {
        return faults.stream()
                .filter(fault -> fault.pointer().equals(pointer))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
