package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wordings;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Prints slips, for whoever carries the paper and whoever counts it. What holds is what was confirmed here, so the print has no seal. */
@Service
public class SlipPapers {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

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
        Slip slip = slips.one(id, actor);
        Draft draft = new Draft(
                DocumentKind.MATERIAL_SLIP,
                slip.number(),
                Addressee.organisation(""),
                centre.name(),
                slip.handedAt().toLocalDate(),
                wordings.say(WordedDocument.MATERIAL_SLIP, values(slip)));
        return documents.sheet(draft, "/slips/" + id);
    }

    private PlaceValues values(Slip slip) {
        CaseFile file = files.find(centre.region(), slip.number()).orElseThrow();
        return new PlaceValues()
                .with(
                        Place.MATERIALS,
                        new Section.Table(
                                List.of("办件", "材料", "形式和份数"), rows(slip, file.title())))
                .with(Place.HANDER, slip.direction() == Slip.Direction.TO_WINDOW ? department(slip) : window(slip, file))
                .with(Place.RECEIVER, receiver(slip, file))
                .with(Place.REASON, slip.reason().isEmpty() ? "办理事项需要" : slip.reason())
                .with(Place.SLIP_NUMBER, String.valueOf(slip.id()))
                .with(Place.CLERK, slip.handedName())
                .with(Place.PASSED_ON_AT, TIME.format(slip.handedAt()))
                .with(Place.RECEPTION, reception(slip));
    }

    /** One line a paper; which case it is of stands at its first. */
    private static List<List<String>> rows(Slip slip, String title) {
        List<List<String>> rows = new ArrayList<>();
        for (Slip.Line line : slip.lines()) {
            rows.add(List.of(rows.isEmpty() ? slip.number() + "　" + title : "", line.name(), line.form()));
        }
        return rows;
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
            return slip.term() + "（" + taken.byName() + "，" + TIME.format(taken.at()) + "）：" + taken.reason();
        }
        Slip.Answer answer = slip.answer();
        return answer == null
                ? slip.term()
                : answer.byName() + "，" + TIME.format(answer.at()) + "，"
                        + (answer.objection().isEmpty() ? slip.term() : "异议：" + answer.objection());
    }
}
