package city.onewindow.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an applicant must show for one item (申请材料).
 *
 * @param key the identity of the material across items: equal keys in one case are one material
 * @param copies copies to hand in; an ORIGINAL with 0 copies is only shown
 * @param source 申请人自备, 政府部门核发, 其他
 * @param shareableFrom where the centre can fetch it; empty if only the applicant has it. Some words in it are read: see
 *     the methods, and content/README.md
 * @param reviewPoints what the window checks, sentence by sentence (审查要点)
 * @param condition when it is needed, in words; empty means always. The rule itself is in the one-things' {@link Effect}s
 * @param forms its department's own, where they aren't left to be printed
 */
public record Material(
        String key,
        String name,
        Requirement requirement,
        MaterialForm form,
        int copies,
        String source,
        String issuer,
        String shareableFrom,
        List<String> reviewPoints,
        String legalBasis,
        String condition,
        String confidence,
        Map<FormPaper, OwnForm> forms) {

    private static final Pattern FORM = Pattern.compile("一表登记|自动生成");
    private static final Pattern PUSHED = Pattern.compile("结果推送|结果带入|回传");

    public Material {
        reviewPoints = List.copyOf(reviewPoints);
        // What was stored before departments could add their own has none.
        forms = forms == null || forms.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(forms));
    }

    /** Whether the merged form is it, printed from what was filled in. */
    public boolean printedFromForm() {
        return FORM.matcher(shareableFrom).find();
    }

    /** Whether the result of an earlier item of the same errand brings it along. */
    public boolean pushedByResult() {
        return PUSHED.matcher(shareableFrom).find();
    }

    /** Whether nobody issues it: the applicant writes it or has it. */
    public boolean ownedByApplicant() {
        return source.equals("申请人自备");
    }
}
