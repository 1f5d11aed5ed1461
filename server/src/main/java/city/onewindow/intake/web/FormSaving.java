package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.Question;
import city.onewindow.frame.Notice;
import city.onewindow.intake.Dossier;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a merged form and keeps what is typed into it, at whichever {@link FormDesk}. */
@Component
class FormSaving {

    private final Catalogs catalogs;
    private final Clock clock;

    FormSaving(Catalogs catalogs, Clock clock) {
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /**
     * What a page sends with the form beside its fields.
     *
     * @param atVersion what the page was made from, so that nobody overwrites unseen what another typed meanwhile
     * @param go where to go on to; empty to stay
     * @param addRow the table whose button without JavaScript was pressed
     * @param at the input at which the page was drawn anew; empty if it was not
     */
    record Sent(
            long atVersion,
            @Nullable String go,
            @Nullable String addRow,
            @Nullable String at) {

        static Sent of(HttpServletRequest request, long version) {
            return new Sent(
                    version, request.getParameter("go"), request.getParameter("add-row"), request.getParameter("at"));
        }

        String addedRow() {
            return addRow == null ? "" : addRow;
        }

        boolean stays() {
            return go == null || go.isEmpty();
        }
    }

    /** @param told what is to be said at the fields from the beginning */
    ModelAndView show(FormDesk desk, Dossier dossier, List<Fault> told) {
        return show(desk, page(desk, dossier, TypedForm.NOTHING, told, ""), false);
    }

    /** Keeps the fields named, those of them that are right. */
    ModelAndView keep(FormDesk desk, Dossier before, Set<String> codes, long version, HttpServletRequest request) {
        Versions.mustMatch(before, version);
        TypedForm typed = TypedForm.read(before, request.getParameterMap(), codes);
        ReaderWords words = words(desk, before);
        List<Fault> faults = typed.faults(before, words.checks());
        Dossier after = answer(desk, keep(desk, before, typed, faults), request);
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.putIfAbsent(typed.inputOf(fault), fault.message()));
        return new ModelAndView(
                "intake/kept",
                "kept",
                new Kept(
                        errors,
                        DayWords.time(LocalTime.now(clock)),
                        after.application().version(),
                        FormPage.progress(after, words),
                        desk.bar().apply(after, words),
                        !after.merge().equals(before.merge())));
    }

    /** The whole form at once: what is right is kept, what is wrong is shown again as it was typed. */
    ModelAndView save(
            FormDesk desk, Dossier before, Sent sent, HttpServletRequest request, RedirectAttributes redirect) {
        TypedForm typed = TypedForm.read(before, request.getParameterMap(), asked(before));
        ReaderWords words = words(desk, before);
        List<Fault> faults = typed.faults(before, words.checks());
        if (before.application().version() != sent.atVersion()) {
            return changedElsewhere(desk, page(desk, before, typed, faults, sent.addedRow()), words);
        }
        Dossier after = answer(desk, keep(desk, before, typed, faults), request);
        if (!faults.isEmpty()) {
            return refused(desk, page(desk, after, typed, told(faults, sent, after, words), sent.addedRow()), false);
        }
        if (!sent.addedRow().isEmpty() || request.getParameter("remove-row") != null) {
            return show(desk, page(desk, after, typed, faults, sent.addedRow()), false);
        }
        if (sent.stays()) {
            redirect.addFlashAttribute("notice", saved(after, words));
            return new ModelAndView("redirect:" + desk.form() + place(after, sent.at()));
        }
        return goOn(desk, after, words);
    }

    private static ModelAndView changedElsewhere(FormDesk desk, FormPage page, ReaderWords words) {
        ModelAndView told = show(desk, page, false);
        told.setStatus(HttpStatus.CONFLICT);
        return told.addObject("notice", Notice.warning(words.t("form.changed")));
    }

    private ModelAndView goOn(FormDesk desk, Dossier after, ReaderWords words) {
        List<Fault> missing = missing(after, words);
        return missing.isEmpty()
                ? new ModelAndView("redirect:" + desk.materials())
                : refused(desk, page(desk, after, TypedForm.NOTHING, missing, ""), true);
    }

    /**
     * Takes a file in as the value of a field; what is wrong with it is told there. Who wanted to go on meanwhile, does. What was
     * typed elsewhere and isn't kept yet comes along: it is kept if it is right, whatever becomes of the file, and comes back if not.
     */
    ModelAndView upload(
            FormDesk desk,
            Dossier dossier,
            String code,
            Sent sent,
            MultipartFile file,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        DataElement element = dossier.merge()
                .field(code)
                .filter(MergedField::isAsked)
                .map(MergedField::element)
                .filter(asked -> asked.type() == FieldType.FILE_REF)
                .orElseThrow(() -> new Problem.NotFound("这张表上没有要上传文件的这一栏。请刷新页面。"));
        String number = dossier.application().number();
        ReaderWords words = words(desk, dossier);
        String name = words.names().name(element);
        TypedForm typed = TypedForm.read(dossier, request.getParameterMap(), brought(request));
        List<Fault> faults = typed.faults(dossier, words.checks());
        Dossier after = dossier;
        List<Fault> ofFile = List.of();
        try {
            String id = desk.filling().take(number, file).toString();
            after = desk.filling().fill(number, new FormValues(Map.of(code, id), Map.of()), Set.of());
        } catch (Problem.InvalidInput wrong) {
            String why =
                    words.t("form.file.refused", name, wrong.faults().get(0).message());
            ofFile = List.of(new Fault("/form/" + code, why));
        }
        List<Fault> all = Stream.concat(ofFile.stream(), faults.stream()).toList();
        // The file is the same however often it arrives, also when the first answer was lost; what was typed or
        // answered
        // beside it may be older than what stands there.
        if (dossier.application().version() != sent.atVersion()
                && !(typed.worthKeeping(after.application().form(), faults).isEmpty()
                        && FormQuestions.of(after).answeredAnew(request).isEmpty())) {
            return changedElsewhere(desk, page(desk, after, typed, all, ""), words);
        }
        after = answer(desk, keep(desk, after, typed, faults), request);
        if (!ofFile.isEmpty()) {
            return refused(desk, page(desk, after, typed, all, ""), false);
        }
        Notice taken = Notice.success(words.t("form.file.kept", name));
        if (!faults.isEmpty()) {
            return refused(desk, page(desk, after, typed, told(faults, sent, after, words), ""), false)
                    .addObject("notice", taken);
        }
        if (!sent.stays()) {
            return goOn(desk, after, words);
        }
        redirect.addFlashAttribute("notice", taken);
        return new ModelAndView("redirect:" + desk.form() + "#f-" + code);
    }

    /** Who wants to go on hears at once what is missing, too. */
    private static List<Fault> told(List<Fault> faults, Sent sent, Dossier after, ReaderWords words) {
        List<Fault> told = new ArrayList<>(faults);
        told.addAll(sent.stays() ? List.of() : missingBeside(faults, after, words));
        return told;
    }

    private static Dossier keep(FormDesk desk, Dossier before, TypedForm typed, List<Fault> faults) {
        TypedForm kept = typed.worthKeeping(before.application().form(), faults);
        return kept.isEmpty()
                ? before
                : desk.filling().fill(before.application().number(), kept.values(), kept.cleared());
    }

    private static Dossier answer(FormDesk desk, Dossier kept, HttpServletRequest request) {
        Map<String, String> answers = FormQuestions.of(kept).answeredAnew(request);
        return answers.isEmpty()
                ? kept
                : desk.filling().answer(kept.application().number(), answers);
    }

    private static Notice saved(Dossier after, ReaderWords words) {
        List<Question> open = after.unanswered();
        return open.isEmpty()
                ? Notice.success(words.t("form.saved"))
                : Notice.warning(words.t(
                        "form.saved.asks",
                        open.size(),
                        open.stream()
                                .map(words.names()::text)
                                .map(question -> words.t("form.quoted", question))
                                .collect(Collectors.joining())));
    }

    /** The first question that is open, else where the reader was. */
    private static String place(Dossier after, @Nullable String at) {
        String code =
                after.unanswered().stream().findFirst().map(Question::code).orElse(at == null ? "" : at);
        return code.matches("[a-z][a-z0-9_]*") ? "#f-" + code : "";
    }

    /** What is still open, in the reader's words. */
    static List<Fault> missing(Dossier dossier, ReaderWords words) {
        return missingBeside(List.of(), dossier, words);
    }

    /** What is still open, but for the fields that are told to be wrong: what was kept of those isn't what was typed. */
    private static List<Fault> missingBeside(List<Fault> faults, Dossier after, ReaderWords words) {
        Set<String> told = faults.stream().map(TypedForm::codeOf).collect(Collectors.toSet());
        return Stream.concat(
                        unanswered(after, words).stream(),
                        after
                                .check()
                                .saying(words.checks())
                                .open(after.application().form())
                                .stream())
                .filter(fault -> !told.contains(TypedForm.codeOf(fault)))
                .toList();
    }

    private static List<Fault> unanswered(Dossier after, ReaderWords words) {
        return after.unanswered().stream()
                .map(question -> new Fault(
                        "/answers/" + question.code(),
                        words.t("form.question.unanswered", words.names().text(question))))
                .toList();
    }

    private FormPage page(FormDesk desk, Dossier dossier, TypedForm typed, List<Fault> faults, String addRow) {
        return new FormPage(desk, dossier, catalog(dossier), typed, faults, addRow);
    }

    private static ModelAndView show(FormDesk desk, FormPage page, boolean mayGoOn) {
        return new ModelAndView(desk.template(), "view", page.show(mayGoOn));
    }

    private static ModelAndView refused(FormDesk desk, FormPage page, boolean mayGoOn) {
        ModelAndView shown = show(desk, page, mayGoOn);
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private ReaderWords words(FormDesk desk, Dossier dossier) {
        return ReaderWords.of(desk.texts(), catalog(dossier));
    }

    Catalog catalog(Dossier dossier) {
        return catalogs.at(dossier.application().edition());
    }

    /** Fields that were sent beside a file. */
    private static Set<String> brought(HttpServletRequest request) {
        String[] codes = request.getParameterValues("keep");
        return codes == null ? Set.of() : Set.of(codes);
    }

    private static Set<String> asked(Dossier dossier) {
        return dossier.merge().fields().stream()
                .map(field -> field.element().code())
                .collect(Collectors.toSet());
    }
}
