package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.NewOneThing;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionFilter;
import city.onewindow.catalog.revision.RevisionLists;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What is being changed, and what the reader may begin to change. */
@Controller
@RequestMapping("/revisions")
@PreAuthorize(RevisionPages.CALLERS)
class RevisionList {

    private static final int ROWS = 20;
    private static final RevisionFilter ANY = RevisionFilter.of(null, null, "");
    private static final NewOneThing NOTHING = new NewOneThing("", "", "", "", "");

    private final Revisions revisions;
    private final RevisionLists lists;
    private final Catalogs catalogs;
    private final Clock clock;

    RevisionList(Revisions revisions, RevisionLists lists, Catalogs catalogs, Clock clock) {
        this.revisions = revisions;
        this.lists = lists;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Model model,
            @RequestParam(required = false) @Nullable RevisionStatus status,
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return page(
                model,
                RevisionFilter.of(status, null, words).onlyWaiting(waiting),
                after,
                new Typed("", "", List.of(), NOTHING, List.of()),
                actor);
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
            return page(model, ANY, null, new Typed(name, from, wrong.faults(), NOTHING, List.of()), actor);
        }
    }

    /** @param from another one-thing of which it begins as a copy; empty for none */
    @PostMapping("/one-things")
    String beginNewOneThing(
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String window,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String lifeEvent,
            @RequestParam(defaultValue = "") String from,
            Actor actor) {
        NewOneThing wanted = new NewOneThing(name, window, audience, lifeEvent, from);
        try {
            return "redirect:/revisions/" + revisions.beginNew(wanted, actor).id();
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, ANY, null, new Typed("", "", List.of(), wanted, wrong.faults()), actor);
        }
    }

    /** What was typed into the forms for something new, and what is wrong with it. */
    private record Typed(
            String name, String from, List<Fault> faults, NewOneThing oneThing, List<Fault> oneThingFaults) {}

    private String page(Model model, RevisionFilter filter, @Nullable String after, Typed typed, Actor actor) {
        Content content = catalogs.current().content();
        Slice<Revision> slice = lists.list(filter, after, ROWS, actor);
        List<OwnRecord> items = actor.has(Role.LIAISON) ? items(content, filter, actor) : List.of();
        model.addAttribute("tabs", tabs(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                slice.items().stream().map(revision -> row(revision, content)).toList());
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", slice.next());
        model.addAttribute("items", items);
        model.addAttribute(
                "oneThings", actor.has(Role.LEAD_DEPARTMENT) ? oneThings(content, filter, actor) : List.of());
        if (actor.has(Role.LIAISON)) {
            List<String> names = content.items().values().stream()
                    .filter(item -> item.department().equals(actor.department()))
                    .map(Item::name)
                    .toList();
            offer(model, "newItem", NewForm.item(typed.name(), typed.from(), names, typed.faults()));
        }
        List<Window> led = content.windows().values().stream()
                .filter(window -> actor.has(Role.LEAD_DEPARTMENT) && leads(window, actor))
                .toList();
        model.addAttribute("windows", windows(led, content, filter, actor));
        if (!led.isEmpty()) {
            offer(model, "newOneThing", NewForm.oneThing(typed.oneThing(), led, content, typed.oneThingFaults()));
        }
        return "catalog/revisions";
    }

    private static void offer(Model model, String name, NewForm form) {
        model.addAttribute(name, form);
        if (!form.wrong().isEmpty()) {
            model.addAttribute("wrong", form.wrong());
        }
    }

    private static List<Tab> tabs(RevisionFilter filter) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("全部", address(null, filter.words()), null, filter.status() == null && !filter.waiting()));
        tabs.add(new Tab("等我办", "/revisions?waiting=true", null, filter.waiting()));
        for (RevisionStatus status : RevisionStatus.values()) {
            tabs.add(new Tab(status.term(), address(status, filter.words()), null, status == filter.status()));
        }
        return tabs;
    }

    private static String address(@Nullable RevisionStatus status, String words) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/revisions");
        if (status != null) {
            address.queryParam("status", status);
        }
        if (!words.isEmpty()) {
            address.queryParam("q", words);
        }
        return address.encode().toUriString();
    }

    private RevisionRow row(Revision revision, Content content) {
        return new RevisionRow(
                "/revisions/" + revision.id(),
                revision.key(),
                revision.kind().term(),
                RevisionSheet.tone(revision.status()),
                revision.status().term(),
                revision.holdsFrom() == null || revision.edition() != null ? "" : String.valueOf(revision.holdsFrom()),
                content.departmentName(revision.department()),
                revision.changedByName(),
                DayWords.listed(revision.changedAt().atZone(clock.getZone())));
    }

    private List<OwnRecord> items(Content content, RevisionFilter filter, Actor actor) {
        Map<String, Revision> begun = lists.begun(Revision.Kind.ITEM, actor);
        return content.items().values().stream()
                .filter(item -> item.name().contains(filter.words()))
                .filter(item -> item.department().equals(actor.department()))
                .map(item -> OwnRecord.of(
                        Revision.Kind.ITEM,
                        item.name(),
                        window(item.homeWindow(), content),
                        item.particulars().status().term(),
                        begun(begun, item.name(), content)))
                .toList();
    }

    private List<OwnRecord> oneThings(Content content, RevisionFilter filter, Actor actor) {
        Map<String, Revision> begun = lists.begun(Revision.Kind.ONE_THING, actor);
        return content.oneThings().values().stream()
                .filter(thing -> thing.name().contains(filter.words()))
                .filter(thing -> leads(content.windows().get(thing.window()), actor))
                .map(thing -> OwnRecord.of(
                        Revision.Kind.ONE_THING,
                        thing.name(),
                        window(thing.window(), content),
                        thing.status().term(),
                        begun(begun, thing.name(), content)))
                .toList();
    }

    private List<OwnRecord> windows(List<Window> led, Content content, RevisionFilter filter, Actor actor) {
        Map<String, Revision> begun = lists.begun(Revision.Kind.WINDOW, actor);
        return led.stream()
                .filter(window -> window.name().contains(filter.words()))
                .map(window -> OwnRecord.of(
                        Revision.Kind.WINDOW,
                        window.name(),
                        window.scope(),
                        window.cooperatingDepartments().size() + " 个",
                        begun(begun, window.name(), content)))
                .toList();
    }

    private @Nullable RevisionRow begun(Map<String, Revision> begun, String name, Content content) {
        Revision revision = begun.get(name);
        return revision == null ? null : row(revision, content);
    }

    private static boolean leads(@Nullable Window window, Actor actor) {
        return window != null && window.leadDepartment().equals(actor.department());
    }

    private static String window(String code, Content content) {
        Window window = content.windows().get(code);
        return window == null ? code : window.name();
    }
}
