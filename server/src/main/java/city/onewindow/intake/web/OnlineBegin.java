package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Remote;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.PreReviewTerms;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where an applicant begins online: what can be done from home, what was picked in the guide, and whose application it is.
 *
 * @param offer what he can do
 * @param guide address of the guide with these answers, where they are changed
 * @param answered what was answered there
 * @param agent empty unless somebody acts for the applicant
 * @param errors each leading to its field
 * @param consent why the consent was missed; empty if it wasn't
 */
public record OnlineBegin(
        ErrandForm form,
        Remote.Offer offer,
        String title,
        String guide,
        List<Fact> answered,
        List<Field> applicant,
        List<Field> agent,
        List<Link> errors,
        String consent,
        int workingDays,
        int keptDays) {

    static final String CONSENT = "consent";
    static final String NO_CONSENT = "请先阅读并同意，再开始填写。不同意的，可以直接到窗口办理。";

    /** @throws Problem.InvalidInput without consent, with whatever else is wrong: everything is told at once */
    static void demandConsent(boolean given, Applicant applicant) {
        if (!given) {
            List<Fault> faults = new ArrayList<>(applicant.faults());
            faults.add(new Fault("/" + CONSENT, NO_CONSENT));
            Problem.InvalidInput.refuse(faults);
        }
    }

    /** @throws Problem.NotFound if there is no such one-thing, or the answers mean nothing to it */
    static OnlineBegin of(
            ErrandForm form, Catalog catalog, PreReviewTerms terms, List<Fault> faults, ReaderWords words) {
        Errand errand;
        try {
            errand = form.choice().in(catalog);
        } catch (Problem.InvalidInput unknown) {
            throw new Problem.NotFound("没有这件事，或办事指南已经更新。请在首页重新选择。");
        }
        Map<String, String> byInput = new LinkedHashMap<>();
        faults.forEach(fault -> byInput.putIfAbsent(form.inputOf(fault.pointer()), told(form, fault, words)));
        ApplicantFields fields = new ApplicantFields(form, byInput, words);
        OneThing thing = Optional.ofNullable(errand.oneThing())
                .orElseThrow(() -> new Problem.NotFound("网上预审从一件事的办事指南开始。请在首页重新选择。"));
        boolean agent = "yes".equals(errand.answers().get("q_agent"));
        return new OnlineBegin(
                form,
                Remote.of(errand).offer(),
                words.title(errand),
                guide(thing, form),
                errand.questions().stream()
                        .map(question -> answered(question, errand, words))
                        .toList(),
                fields.applicant(),
                agent ? fields.agent() : List.of(),
                byInput.entrySet().stream()
                        .map(fault -> new Link(fault.getValue(), "#f-" + fault.getKey()))
                        .toList(),
                byInput.getOrDefault(CONSENT, ""),
                terms.workingDays(),
                terms.keptDays());
    }

    /** With what was answered there, so that who changes one answer keeps the others. */
    private static String guide(OneThing thing, ErrandForm form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/things/" + thing.code());
        form.answers().forEach(address::queryParam);
        return address.encode().toUriString();
    }

    /** Whether he had agreed when something else was found wrong: he isn't asked for it twice. */
    public boolean hasAgreed() {
        return !errors.isEmpty() && consent.isEmpty();
    }

    /** The door says in Chinese what is wrong, and which digit; in another language the page says what to look at. */
    private static String told(ErrandForm form, Fault fault, ReaderWords words) {
        String key = "online.fault." + form.inputOf(fault.pointer());
        return words.texts().isEnglish() && words.texts().has(key) ? words.t(key) : fault.message();
    }

    private static Fact answered(Question question, Errand errand, ReaderWords words) {
        String answer = errand.answers().getOrDefault(question.code(), "");
        String said = question.answers().stream()
                .filter(option -> option.code().equals(answer))
                .map((Option option) -> words.said(option))
                .findFirst()
                .orElse(answer);
        String asked = words.names().text(question);
        return new Fact(asked, words.texts().spoken(asked), said, words.texts().spoken(said));
    }
}
