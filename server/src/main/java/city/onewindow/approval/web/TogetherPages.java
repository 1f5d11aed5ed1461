package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Inbox;
import city.onewindow.approval.InboxRow;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Step;
import city.onewindow.approval.Together;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批量办理: like matters chosen in the inbox, shown together, and done together. */
@Controller
@RequestMapping("/inbox/together")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER')")
class TogetherPages {

    /** Before the number of a case, the name of the field with its result's number. */
    private static final String CERTIFICATE = "certificate-";

    /** What the address of the inbox says of what it shows. */
    private static final List<String> VIEW = List.of("step", "due", "mine", "after");

    private final Inbox inbox;
    private final Together together;

    TogetherPages(Inbox inbox, Together together) {
        this.inbox = inbox;
        this.together = together;
    }

    /**
     * @param matter as the inbox names each: number~item
     * @param from the inbox as it was narrowed (step, due, mine) and turned (after), to come back to with what was ticked
     */
    @GetMapping
    String choose(
            Model model,
            RedirectAttributes redirect,
            @RequestParam(defaultValue = "") List<String> matter,
            @RequestParam Map<String, String> from,
            Actor actor) {
        List<InboxRow> chosen = chosen(matter, actor);
        String wrong = wrong(chosen);
        if (!wrong.isEmpty()) {
            redirect.addFlashAttribute("notice", Notice.error(wrong));
            redirect.addFlashAttribute("ticked", matter);
            redirect.addAllAttributes(view(from));
            return "redirect:/inbox";
        }
        return page(model, chosen, from, List.of(), UUID.randomUUID().toString());
    }

    @PostMapping
    String act(
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @RequestParam(defaultValue = "") List<String> matter,
            @RequestParam @Nullable Act act,
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        List<InboxRow> chosen = chosen(matter, actor);
        try {
            return result(model, chosen, done(chosen, matter, act, typed, actor, new IdempotencyKey(key)), view(typed));
        } catch (Problem.InvalidInput wrong) {
            // The form that was filled in is shown again, and no other.
            if (chosen.isEmpty() || Together.act(chosen.get(0).matter().step()) != act) {
                redirect.addFlashAttribute(
                        "notice", Notice.error(matter.isEmpty() ? "一件也没有勾选。" : "所选事项中有的已经由别人办理，请重新勾选。"));
                redirect.addAllAttributes(view(typed));
                return "redirect:/inbox";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, chosen, typed, wrong.faults(), key);
        }
    }

    private List<Together.Done> done(
            List<InboxRow> chosen,
            List<String> keys,
            @Nullable Act act,
            Map<String, String> typed,
            Actor actor,
            IdempotencyKey key) {
        String item = chosen.isEmpty() ? "" : chosen.get(0).matter().item();
        Map<String, String> certificates = new LinkedHashMap<>();
        if (!chosen.isEmpty()) {
            // What is another department's meanwhile is refused alone, as everything else.
            ticked(keys)
                    .map(one -> one.split("~", 2)[0])
                    .forEach(number -> certificates.put(number, typed.getOrDefault(CERTIFICATE + number, "")));
        }
        return act == Act.CERTIFY
                ? together.certify(item, certificates, actor, key)
                : together.act(
                        item, List.copyOf(certificates.keySet()), act, typed.getOrDefault("opinion", ""), actor, key);
    }

    /** Of what was sent, the inbox as it was looked at. */
    private static Map<String, String> view(Map<String, String> sent) {
        Map<String, String> view = new LinkedHashMap<>();
        VIEW.stream().filter(sent::containsKey).forEach(part -> view.put(part, sent.getOrDefault(part, "")));
        return view;
    }

    /** Those that are the department's still. */
    private List<InboxRow> chosen(List<String> keys, Actor actor) {
        return inbox.ticked(ticked(keys).toList(), actor);
    }

    private static Stream<String> ticked(List<String> keys) {
        return keys.stream().distinct().limit(Together.MOST + 1L);
    }

    /** Empty if they go together. */
    private static String wrong(List<InboxRow> chosen) {
        if (chosen.isEmpty() || chosen.size() > Together.MOST) {
            return "请先勾选要一起办理的事项，最多 " + Together.MOST + " 件。";
        }
        Matter first = chosen.get(0).matter();
        boolean alike = chosen.stream()
                .map(InboxRow::matter)
                .allMatch(one -> one.item().equals(first.item()) && one.step() == first.step());
        if (!alike) {
            return "一次只能批量办理同一事项、同一环节的办件。请先按环节筛选，再勾选同一事项的办件。";
        }
        return Together.act(first.step()) == null ? "“" + first.step().term() + "”环节的事项请逐件办理。" : "";
    }

    private static String page(
            Model model, List<InboxRow> chosen, Map<String, String> typed, List<Fault> faults, String key) {
        Matter first = chosen.get(0).matter();
        Act act = Together.act(first.step());
        model.addAttribute(
                "view",
                new TogetherView(
                        first.itemName(),
                        act == null ? "" : act.name(),
                        switch (first.step()) {
                            case REVIEW, EXAMINE -> "对勾选的各件提出" + first.step().term() + "意见";
                            case DECIDE -> "准予勾选的各件";
                            default -> "为勾选的各件制证";
                        },
                        act == Act.CERTIFY
                                ? chosen.stream()
                                        .map(row -> certificate(row, typed, faults))
                                        .toList()
                                : List.of(opinion(first.step(), typed, faults)),
                        chosen.stream().map(TogetherPages::line).toList(),
                        key,
                        view(typed)));
        return "approval/together";
    }

    private static Field opinion(Step step, Map<String, String> typed, List<Fault> faults) {
        boolean proposal = step == Step.REVIEW || step == Step.EXAMINE;
        return Field.area("opinion", proposal ? step.term() + "意见（建议准予）" : "意见（可不填）")
                .value(typed.get("opinion"))
                .required(proposal)
                .error(faults.isEmpty() ? null : faults.get(0).message());
    }

    private static Field certificate(InboxRow row, Map<String, String> typed, List<Fault> faults) {
        Matter matter = row.matter();
        String name = CERTIFICATE + matter.number();
        return CertificateField.of(
                name,
                row.applicant() + "，" + matter.number(),
                matter,
                typed.get(name),
                ActForm.error("certificateNumbers/" + matter.number(), faults));
    }

    private static TogetherView.Line line(InboxRow row) {
        Matter matter = row.matter();
        Recommendation recommendation = matter.recommendation();
        return new TogetherView.Line(
                matter.number() + "~" + matter.item(),
                matter.number(),
                "/matters/" + matter.number() + "/" + matter.item(),
                row.title(),
                row.applicant(),
                recommendation == null ? "" : recommendation.term(),
                matter.step() == Step.CERTIFY ? "f-" + CERTIFICATE + matter.number() : null,
                recommendation == Recommendation.DENY && matter.step() != Step.CERTIFY,
                Words.due(row.remaining(), matter.running().promisedDue()));
    }

    private static String result(
            Model model, List<InboxRow> chosen, List<Together.Done> done, Map<String, String> back) {
        Matter first = chosen.get(0).matter();
        Map<String, String> applicants = chosen.stream()
                .collect(Collectors.toMap(row -> row.matter().number(), InboxRow::applicant, (one, same) -> one));
        // What is left to be done comes first.
        List<TogetherView.Result> results = done.stream()
                .sorted(Comparator.comparing(one -> one.refused().isEmpty()))
                .map(one -> new TogetherView.Result(
                        one.number(),
                        "/matters/" + one.number() + "/" + first.item(),
                        applicants.getOrDefault(one.number(), ""),
                        one.refused()))
                .toList();
        model.addAttribute("item", first.itemName());
        model.addAttribute("results", results);
        model.addAttribute("back", back);
        return "approval/together-done";
    }
}
