package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipRights;
import city.onewindow.approval.Slips;
import city.onewindow.approval.Whereabouts;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.intake.PaperMaterial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the page of a case's paper. */
@Component
class CaseSlipsViews {

    /** Name of the form with which paper goes back to the applicant. */
    static final String APPLICANT = "applicant";

    private final Slips slips;
    private final Catalogs catalogs;

    CaseSlipsViews(Slips slips, Catalogs catalogs) {
        this.slips = slips;
        this.catalogs = catalogs;
    }

    CaseSlipsView of(String number, TypedHanding typed, Actor actor) {
        Whereabouts whereabouts = slips.whereabouts(number, actor);
        boolean window = slips.mayHand(number, actor);
        List<Slips.Paper> paper = window ? slips.paper(number, actor) : List.of();
        return new CaseSlipsView(
                number,
                new Link("办件 " + number, "/cases/" + number),
                window,
                paper.stream()
                        .map(one -> handed(number, one, whereabouts, typed))
                        .toList(),
                kept(number, whereabouts, typed, actor),
                givenBack(number, paper, whereabouts, typed),
                whereabouts.slips().stream()
                        .map(slip -> SlipRow.of(slip, this::name))
                        .toList(),
                UUID.randomUUID().toString());
    }

    /** What isn't at the window isn't ticked and says where it is; what the applicant got back may be ticked, should he bring it again. */
    private CaseSlipsView.Handing handed(
            String number, Slips.Paper paper, Whereabouts whereabouts, TypedHanding typed) {
        List<Choice> choices = new ArrayList<>();
        List<String> ticked = new ArrayList<>();
        for (PaperMaterial one : paper.materials()) {
            String where = whereabouts.away(one.key()).map(this::where).orElse("");
            choices.add(new Choice(one.key(), one.name(), one.form() + where));
            if (where.isEmpty()) {
                ticked.add(one.key());
            }
        }
        String form = paper.department();
        Field materials = Field.checkboxes(TypedHanding.MATERIALS + form, "移交的材料", choices)
                .value(String.join("|", ticked));
        return new CaseSlipsView.Handing(
                form,
                name(form),
                "/cases/" + number + "/slips/" + form,
                typed.materials(form, materials),
                null,
                paper.materials().stream().anyMatch(one -> whereabouts.mayBeHanded(one.key())) ? "移交，出流转单" : "");
    }

    private String where(Slip slip) {
        String whose = slip.department().isEmpty() ? "" : name(slip.department()) + "：";
        return "；" + whose + slip.term();
    }

    private CaseSlipsView.@Nullable Handing givenBack(
            String number, List<Slips.Paper> paper, Whereabouts whereabouts, TypedHanding typed) {
        Map<String, Choice> here = new LinkedHashMap<>();
        paper.stream()
                .flatMap(one -> one.materials().stream())
                .filter(one -> whereabouts.away(one.key()).isEmpty())
                .forEach(one -> here.put(one.key(), new Choice(one.key(), one.name(), one.form())));
        return here.isEmpty()
                ? null
                : new CaseSlipsView.Handing(
                        APPLICANT,
                        "退还申请人",
                        "/cases/" + number + "/give-back",
                        typed.materials(APPLICANT, materials(APPLICANT, "退还的材料", here)),
                        typed.reason(APPLICANT, reason(APPLICANT, "退还的原因")),
                        "退还，出流转单");
    }

    private List<CaseSlipsView.Handing> kept(String number, Whereabouts whereabouts, TypedHanding typed, Actor actor) {
        List<Slip> kept = whereabouts.slips().stream()
                .filter(slip -> SlipRights.isKeeper(slip, actor)
                        && !whereabouts.kept(slip).isEmpty())
                .toList();
        if (kept.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> awaited = slips.awaited(number, actor);
        return kept.stream()
                .map(slip -> handedBack(slip, whereabouts.kept(slip), awaited, typed))
                .toList();
    }

    private CaseSlipsView.Handing handedBack(
            Slip slip, List<Slip.Line> lines, Map<String, List<String>> awaited, TypedHanding typed) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        lines.forEach(line -> choices.put(
                line.key(),
                new Choice(line.key(), line.name(), line.form() + next(awaited.getOrDefault(line.key(), List.of())))));
        String form = String.valueOf(slip.id());
        return new CaseSlipsView.Handing(
                form,
                "移回窗口（流转单 " + form + "）",
                "/slips/" + form + "/hand-back",
                typed.materials(form, materials(form, "移回的材料", choices)),
                typed.reason(form, reason(form, "移回的原因")),
                "移回，出流转单");
    }

    private String next(List<String> departments) {
        return departments.isEmpty()
                ? ""
                : "；还要用：" + departments.stream().map(this::name).collect(Collectors.joining("、"));
    }

    /** Nothing is ticked: what is done with is for whoever hands it over to say. */
    private static Field materials(String form, String label, Map<String, Choice> choices) {
        return Field.checkboxes(TypedHanding.MATERIALS + form, label, List.copyOf(choices.values()));
    }

    private static Field reason(String form, String label) {
        return Field.area(TypedHanding.REASON + form, label).required();
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
