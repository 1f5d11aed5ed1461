package city.onewindow.catalog.wording.web;

import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wording;
import city.onewindow.notice.WordingFault;
import city.onewindow.notice.WordingVersion;
import city.onewindow.notice.Wordings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The manager edits what a document says, looks at a sample and at what changes, and publishes it. */
@Controller
@RequestMapping("/wordings")
@PreAuthorize("hasRole('MANAGER')")
class WordingPages {

    private final Wordings wordings;
    private final Documents documents;

    WordingPages(Wordings wordings, Documents documents) {
        this.wordings = wordings;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView list() {
        List<WordingVersion> all = Arrays.stream(WordedDocument.values())
                .map(wordings::current)
                .flatMap(Optional::stream)
                .toList();
        return new ModelAndView("catalog/wordings").addObject("wordings", all);
    }

    @GetMapping("/{code}")
    ModelAndView show(@PathVariable String code) {
        WordedDocument document = document(code);
        WordingVersion current = versions(document).get(0);
        return page(Wording.of(document, current.text()), "", List.of(), current.version());
    }

    /** Nothing is written yet. */
    @PostMapping("/{code}/preview")
    ModelAndView preview(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version) {
        Wording wording = Wording.of(document(code), text);
        return page(wording, reason, textFaults(wording), version);
    }

    @PostMapping("/{code}/sample.pdf")
    ResponseEntity<byte[]> sample(@PathVariable String code, @RequestParam(defaultValue = "") String text) {
        Wording wording = Wording.of(document(code), text);
        Problem.InvalidInput.refuse(textFaults(wording));
        return PrintAnswer.of(
                wording.document().title() + "-样张",
                Format.PDF,
                documents.sample(wording).pdf());
    }

    @PostMapping("/{code}")
    ModelAndView publish(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            RedirectAttributes after) {
        WordedDocument document = document(code);
        try {
            WordingVersion published = wordings.publish(document, text, reason, version, actor);
            after.addFlashAttribute(
                    "notice",
                    Notice.success(
                            "“" + document.title() + "”的版本 " + published.version() + " 已经启用，此后出具的文书按它印；已经出具的不变。"));
            return new ModelAndView("redirect:/wordings/" + document.code());
        } catch (Problem.InvalidInput wrong) {
            return page(Wording.of(document, text), reason, wrong.faults(), version);
        } catch (Problem.Conflict overtaken) {
            return page(Wording.of(document, text), reason, List.of(), version);
        }
    }

    /** @param read the version that its author had before him: the page goes on from the newest, and says so once */
    private ModelAndView page(Wording wording, String reason, List<Fault> faults, int read) {
        WordedDocument document = wording.document();
        List<WordingVersion> versions = versions(document);
        String conflict = conflict(versions.get(0), read);
        WordingView view = new WordingView(
                document,
                versions.get(0),
                conflict,
                Field.area("text", "正文")
                        .value(wording.text())
                        .required()
                        .hint("一行一段。“- 名称：内容”排成表格的一行，“签名：谁”排成签字栏，“标题：什么”排成小标题，“1. 什么”排成编号的一条，花括号里的由程序填写。")
                        .error(at("/text", faults)),
                Field.text("reason", "修改的理由")
                        .value(reason)
                        .required()
                        .hint("发布时填，和您的账号一起留在历次版本里。")
                        .error(at("/reason", faults)),
                wording.faults().isEmpty() ? WordingView.pictures(documents.sample(wording)) : List.of(),
                WordingView.changes(versions.get(0), wording.text()),
                WordingView.lines(versions));
        ModelAndView page = new ModelAndView("catalog/wording").addObject("view", view);
        page.setStatus(status(faults, conflict));
        return page;
    }

    private static String conflict(WordingVersion newest, int read) {
        return newest.version() == read
                ? ""
                : String.valueOf(Wordings.overtakenBy(newest).getMessage());
    }

    private static HttpStatusCode status(List<Fault> faults, String conflict) {
        if (!conflict.isEmpty()) {
            return HttpStatus.CONFLICT;
        }
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static @Nullable String at(String pointer, List<Fault> faults) {
        String told = Fault.at(pointer, faults);
        return told.isEmpty() ? null : told;
    }

    private List<WordingVersion> versions(WordedDocument document) {
        List<WordingVersion> versions = wordings.versions(document);
        if (versions.isEmpty()) {
            throw Wordings.none(document);
        }
        return versions;
    }

    static List<Fault> textFaults(Wording wording) {
        return wording.faults().stream()
                .map(WordingFault::told)
                .map(told -> new Fault("/text", told))
                .toList();
    }

    static WordedDocument document(String code) {
        return WordedDocument.coded(code).orElseThrow(() -> new Problem.NotFound("没有这种文书的用语。"));
    }
}
