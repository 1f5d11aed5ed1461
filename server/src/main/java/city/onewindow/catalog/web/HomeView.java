package city.onewindow.catalog.web;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.CriticalPath;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.LifeEvent;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the home page offers.
 *
 * @param often the first one-thing under each heading: those that the owners put first
 * @param parts for persons and for enterprises, every one-thing under its heading
 */
public record HomeView(Catalog catalog, List<Often> often, List<Part> parts) {

    /** Persons come more often than enterprises. */
    private static final Map<Audience, Integer> OFTEN = Map.of(Audience.PERSON, 4, Audience.ENTERPRISE, 2);

    /** A one-thing with what its guide says while no question is answered. */
    public record Often(OneThing thing, int items, Span promised) {}

    public record Part(Audience audience, List<Topic> topics) {}

    public record Topic(LifeEvent event, List<OneThing> things) {}

    static HomeView of(Catalog catalog) {
        List<Part> parts = Arrays.stream(Audience.values())
                .map(audience -> new Part(audience, topics(catalog, audience)))
                .toList();
        List<Often> often = parts.stream()
                .flatMap(part -> part.topics().stream()
                        .map(topic -> often(catalog, topic.things().get(0)))
                        .limit(OFTEN.getOrDefault(part.audience(), 0)))
                .toList();
        return new HomeView(catalog, often, parts);
    }

    private static List<Topic> topics(Catalog catalog, Audience audience) {
        return catalog.lifeEvents().stream()
                .map(event -> new Topic(
                        event,
                        catalog.oneThings().stream()
                                .filter(thing -> thing.audience() == audience)
                                .filter(thing -> thing.lifeEvent().equals(event.name()))
                                .toList()))
                .filter(topic -> !topic.things().isEmpty())
                .toList();
    }

    private static Often often(Catalog catalog, OneThing thing) {
        Errand errand = Errand.of(catalog, thing, Map.of());
        return new Often(
                thing, errand.items().size(), CriticalPath.promised(errand).span());
    }
}
