package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is being changed, and what the reader may begin to change. */
@Controller
@RequestMapping("/revisions")
@PreAuthorize(RevisionPages.CALLERS)
class RevisionList {

    private static final int ROWS = 20;

    private final Revisions revisions;
    private final Catalogs catalogs;
    private final Clock clock;

    RevisionList(Revisions revisions, Catalogs catalogs, Clock clock) {
        this.revisions = revisions;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Model model,
            @RequestParam(required = false) @Nullable RevisionStatus status,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return page(model, status, after, "", null, actor);
    }

    /** @param kind of what is published under the name */
    @PostMapping("/begin")
    String begin(@RequestParam Revision.Kind kind, @RequestParam String name, Actor actor) {
        return "redirect:/revisions/" + revisions.begin(kind, name, actor).id();
    }

    /** @param from another item of which it begins as a copy; empty for none */
    @PostMapping
    String beginNew(
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            Actor actor) {
        try {
            Content content = catalogs.current().content();
            ContentRows rows = NewItem.rows(name.strip(), from, actor.department(), content);
            return "redirect:/revisions/"
                    + revisions.beginNew(Revision.Kind.ITEM, name, rows, actor).id();
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, null, null, name, wrong.faults().get(0).message(), actor);
        }
    }

    private String page(
            Model model,
            @Nullable RevisionStatus status,
            @Nullable String after,
            String name,
            @Nullable String error,
            Actor actor) {
        Catalog catalog = catalogs.current();
        Slice<Revision> slice = revisions.list(status, after, ROWS, actor);
        List<OwnRecord> items = actor.has(Role.LIAISON) ? items(catalog.content(), actor) : List.of();
        model.addAttribute("tabs", tabs(status));
        model.addAttribute(
                "rows",
                slice.items().stream()
                        .map(revision -> row(revision, catalog.content()))
                        .toList());
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", slice.next());
        model.addAttribute("items", items);
        model.addAttribute(
                "oneThings", actor.has(Role.LEAD_DEPARTMENT) ? oneThings(catalog.content(), actor) : List.of());
        model.addAttribute("liaison", actor.has(Role.LIAISON));
        model.addAttribute(
                "fields",
                List.of(
                        Field.text("name", "事项名称")
                                .required()
                                .longest(100)
                                .value(name)
                                .error(error),
                        Field.select(
                                        "from",
                                        "复制自",
                                        items.stream()
                                                .map(OwnRecord::name)
                                                .map(item -> new Choice(item, item))
                                                .toList())
                                .hint("可以不选，从空白开始。")));
        return "catalog/revisions";
    }

    private static List<Tab> tabs(@Nullable RevisionStatus chosen) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("全部", "/revisions", null, chosen == null));
        for (RevisionStatus status : RevisionStatus.values()) {
            tabs.add(new Tab(status.term(), "/revisions?status=" + status, null, status == chosen));
        }
        return tabs;
    }

    private RevisionRow row(Revision revision, Content content) {
        return new RevisionRow(
                "/revisions/" + revision.id(),
                revision.key(),
                revision.kind().term(),
                RevisionSheet.tone(revision.status()),
                revision.status().term(),
                RevisionSheets.name(revision.department(), content),
                revision.changedByName(),
                RevisionSheets.TIME.format(revision.changedAt().atZone(clock.getZone())));
    }

    private static List<OwnRecord> items(Content content, Actor actor) {
        return content.items().values().stream()
                .filter(item -> item.department().equals(actor.department()))
                .map(item -> new OwnRecord(
                        item.name(),
                        window(item.homeWindow(), content),
                        item.particulars().status().term()))
                .toList();
    }

    private static List<OwnRecord> oneThings(Content content, Actor actor) {
        return content.oneThings().values().stream()
                .filter(thing -> leads(content.windows().get(thing.window()), actor))
                .map(thing -> new OwnRecord(
                        thing.name(),
                        window(thing.window(), content),
                        thing.status().term()))
                .toList();
    }

    private static boolean leads(@Nullable Window window, Actor actor) {
        return window != null && window.leadDepartment().equals(actor.department());
    }

    private static String window(String code, Content content) {
        Window window = content.windows().get(code);
        return window == null ? code : window.name();
    }
}
