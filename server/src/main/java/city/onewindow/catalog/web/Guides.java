package city.onewindow.catalog.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Schedule;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the guide of what an address asks for: the errand, narrowed by the answers in its query. */
@Component
public class Guides {

    /** As content files write the codes of questions; whatever else stands in a query is no answer. */
    private static final String QUESTION = "q_";

    private static final String ANSWERS = "/answers/";

    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Clock clock;

    Guides(Catalogs catalogs, Calendar calendar, Clock clock) {
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws Problem.NotFound if no one-thing has the code */
    GuideView ofThing(String code, MultiValueMap<String, String> query) {
        Catalog catalog = catalogs.current();
        OneThing thing = catalog.oneThingByCode(code)
                .orElseThrow(() -> new Problem.NotFound("没有代码为「" + code + "」的一件事。请从首页重新查找。"));
        return guide(catalog, answers -> Errand.of(catalog, thing, answers), query, "/things/" + code, List.of());
    }

    /** @throws Problem.NotFound if no item has the code */
    GuideView ofItem(String code, MultiValueMap<String, String> query) {
        Catalog catalog = catalogs.current();
        Set<Item> item = Set.of(item(catalog, code));
        return guide(catalog, answers -> Errand.of(catalog, item, answers), query, "/items/" + code, List.of());
    }

    /**
     * The guide of any items together.
     *
     * @throws Problem.NotFound if no item has one of the codes
     * @throws Problem.InvalidInput if the items can't be put together
     */
    GuideView ofItems(List<String> codes, MultiValueMap<String, String> query) {
        Catalog catalog = catalogs.current();
        Set<Item> items = new LinkedHashSet<>();
        codes.forEach(code -> items.add(item(catalog, code)));
        List<String> picked = items.stream().map(Item::code).toList();
        return guide(catalog, answers -> Errand.of(catalog, items, answers), query, "/merge", picked);
    }

    /**
     * The guide of an errand that is narrowed already.
     *
     * @param picked codes of the items, if it is no one-thing
     */
    GuideView of(Catalog catalog, Errand errand, List<String> picked) {
        OneThing thing = errand.oneThing();
        return guide(catalog, errand, thing == null ? "/merge" : "/things/" + thing.code(), picked, 0);
    }

    /**
     * The guide of an item that isn't published yet.
     *
     * @param catalog with the draft in it
     * @param path of the page that shows it
     */
    public GuideView ofDraft(Catalog catalog, Item item, MultiValueMap<String, String> query, String path) {
        return guide(catalog, answers -> Errand.of(catalog, Set.of(item), answers), query, path, List.of());
    }

    /** The same of a one-thing. */
    public GuideView ofDraft(Catalog catalog, OneThing thing, MultiValueMap<String, String> query, String path) {
        return guide(catalog, answers -> Errand.of(catalog, thing, answers), query, path, List.of());
    }

    private static Item item(Catalog catalog, String code) {
        return catalog.itemByCode(code).orElseThrow(() -> new Problem.NotFound("没有代码为「" + code + "」的事项。请从事项清单重新查找。"));
    }

    private GuideView guide(
            Catalog catalog,
            Function<Map<String, String>, Errand> errand,
            MultiValueMap<String, String> query,
            String path,
            List<String> picked) {
        Map<String, String> answers = new HashMap<>(query.toSingleValueMap());
        answers.keySet().removeIf(name -> !name.startsWith(QUESTION));
        int given = answers.size();
        Errand narrowed = narrow(errand, answers);
        return guide(catalog, narrowed, path, picked, given - answers.size());
    }

    private GuideView guide(Catalog catalog, Errand errand, String path, List<String> picked, int ignored) {
        Schedule schedule = Schedule.of(errand, calendar.deadlines(), LocalDateTime.now(clock));
        return GuideView.of(catalog, errand, schedule, path, picked, ignored);
    }

    /** An address that was shared long ago may have answers that no question has any more: their defaults hold instead. */
    private static Errand narrow(Function<Map<String, String>, Errand> errand, Map<String, String> answers) {
        while (true) {
            try {
                return errand.apply(answers);
            } catch (Problem.InvalidInput wrong) {
                List<String> unknown = wrong.faults().stream()
                        .map(Fault::pointer)
                        .filter(pointer -> pointer.startsWith(ANSWERS))
                        .map(pointer -> pointer.substring(ANSWERS.length()))
                        .toList();
                if (!answers.keySet().removeAll(unknown)) {
                    throw wrong;
                }
            }
        }
    }
}
