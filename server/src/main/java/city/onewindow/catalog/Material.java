package city.onewindow.catalog;

import java.util.List;

/**
 * What an applicant must show for one item (申请材料).
 *
 * @param key the identity of the material across items: equal keys in one case are one material
 * @param copies copies to hand in; an ORIGINAL with 0 copies is only shown
 * @param source 申请人自备, 政府部门核发, 其他
 * @param shareableFrom where the centre can fetch it; empty if only the applicant has it
 * @param reviewPoints what the window checks, sentence by sentence (审查要点)
 * @param condition when it is needed, in words; empty means always. The rule itself is in the one-things' {@link Effect}s
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
        String confidence) {

    public Material {
        reviewPoints = List.copyOf(reviewPoints);
    }
}
