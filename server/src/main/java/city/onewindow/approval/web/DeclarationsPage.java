package city.onewindow.approval.web;

import city.onewindow.approval.DeclarationActs;
import city.onewindow.approval.Declared;
import city.onewindow.approval.DeclaredRow;
import city.onewindow.frame.Due;
import city.onewindow.frame.Tone;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a department may grant on a declaration (告知承诺), and what it has to check afterwards. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER')")
class DeclarationsPage {

    private final DeclarationActs declarations;
    private final Clock clock;

    DeclarationsPage(DeclarationActs declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @GetMapping("/declarations")
    String list(Model model, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "rows",
                declarations.open(actor).stream().map(row -> line(row, today)).toList());
        return "approval/declarations";
    }

    private static DeclarationLine line(DeclaredRow row, LocalDate today) {
        Declared declared = row.declared();
        LocalDate due = declared.due();
        String state = declared.state().term();
        return new DeclarationLine(
                "/matters/" + declared.number() + "/" + declared.item() + (due == null ? "#act" : "?act=CONFIRM#act"),
                row.itemName(),
                declared.number(),
                row.title(),
                row.applicant(),
                due == null ? "待凭承诺决定（" + row.step().term() + "）" : state,
                due == null
                        ? null
                        : new Due(
                                declared.isOverdue(today) ? Tone.BAD : Tone.INFO,
                                declared.isOverdue(today) ? "已超期" : state,
                                DayWords.of(due) + "止"));
    }
}
