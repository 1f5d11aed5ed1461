package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wordings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Prints slips, for whoever carries the paper and whoever counts it. What holds is what was confirmed here, so the print has no seal. */
@Service
public class SlipPapers {

    private final Slips slips;
    private final CaseFiles files;
    private final Catalogs catalogs;
    private final Documents documents;
    private final Wordings wordings;
    private final Centre centre;

    SlipPapers(Slips slips, CaseFiles files, Catalogs catalogs, Documents documents, Wordings wordings, Centre centre) {
        this.slips = slips;
        this.files = files;
        this.catalogs = catalogs;
        this.documents = documents;
        this.wordings = wordings;
        this.centre = centre;
    }

    /** 物料流转单 as PDF, for who may see the slip. */
    public byte[] print(long id, Actor actor) {
        return sheet("/slips/" + id, List.of(slips.one(id, actor)));
    }

    /**
     * The same of a bundle: one sheet, with a line a paper, by case.
     *
     * @param all its slips, as far as the reader may see them
     */
    public byte[] print(String bundle, List<Slip> all) {
        return sheet("/slip-bundles/" + bundle, all);
    }

    private byte[] sheet(String address, List<Slip> all) {
        Slip slip = all.get(0);
        Draft draft = new Draft(
                DocumentKind.MATERIAL_SLIP,
                slip.number(),
                Addressee.organisation(""),
                centre.name(),
                slip.handedAt().toLocalDate(),
                wordings.say(WordedDocument.MATERIAL_SLIP, values(all)));
        return documents.sheet(draft, address);
    }

    private PlaceValues values(List<Slip> all) {
        Slip slip = all.get(0);
        CaseFile file = file(slip);
        return new PlaceValues()
                .with(Place.MATERIALS, new Section.Table(List.of("办件", "材料", "形式和份数"), rows(all)))
                .with(
                        Place.HANDER,
                        slip.direction() == Slip.Direction.TO_WINDOW ? department(slip) : window(slip, file))
                .with(Place.RECEIVER, receiver(slip, file))
                .with(Place.REASON, slip.reason().isEmpty() ? "办理事项需要" : slip.reason())
                .with(
                        Place.SLIP_NUMBER,
                        all.stream().map(one -> String.valueOf(one.id())).collect(Collectors.joining("、")))
                .with(Place.CLERK, slip.handedName())
                .with(Place.PASSED_ON_AT, DayWords.hour(slip.handedAt()))
                .with(Place.RECEPTION, receptions(all));
    }

    /** One line a paper; which case it is of stands at its first. */
    private List<List<String>> rows(List<Slip> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Slip slip : all) {
            String which = (all.size() > 1 ? "流转单 " + slip.id() + "　" : "") + slip.number() + "　"
                    + file(slip).title();
            for (Slip.Line line : slip.lines()) {
                boolean first = line.equals(slip.lines().get(0));
                rows.add(List.of(first ? which : "", line.name(), line.form()));
            }
        }
        return rows;
    }

    private CaseFile file(Slip slip) {
        return files.find(centre.region(), slip.number()).orElseThrow();
    }

    /** What is said of all of them is said once. */
    private static String receptions(List<Slip> all) {
        Map<String, List<String>> by = new LinkedHashMap<>();
        all.forEach(slip ->
                by.computeIfAbsent(reception(slip), said -> new ArrayList<>()).add(String.valueOf(slip.id())));
        return by.size() == 1
                ? by.keySet().iterator().next()
                : by.entrySet().stream()
                        .map(one -> "流转单 " + String.join("、", one.getValue()) + "：" + one.getKey())
                        .collect(Collectors.joining("；"));
    }

    private String receiver(Slip slip, CaseFile file) {
        return switch (slip.direction()) {
            case TO_DEPARTMENT -> department(slip);
            case TO_WINDOW -> window(slip, file);
            case TO_APPLICANT -> "申请人（" + file.applicant() + "）";
        };
    }

    private String department(Slip slip) {
        return catalogs.current().content().departmentName(slip.department());
    }

    private String window(Slip slip, CaseFile file) {
        return catalogs.window(file.edition(), slip.window()).map(Window::name).orElse(slip.window());
    }

    private static String reception(Slip slip) {
        Slip.TakenBack taken = slip.takenBack();
        if (taken != null) {
            return slip.term() + "（" + taken.byName() + "，" + DayWords.hour(taken.at()) + "）：" + taken.reason();
        }
        Slip.Answer answer = slip.answer();
        return answer == null
                ? slip.term()
                : answer.byName() + "，" + DayWords.hour(answer.at()) + "，"
                        + (answer.objection().isEmpty() ? slip.term() : "异议：" + answer.objection());
    }
}
