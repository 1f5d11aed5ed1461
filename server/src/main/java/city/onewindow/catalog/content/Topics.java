package city.onewindow.catalog.content;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.LifeEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/** Where a one-thing stands on the home page when no row of topics.csv says so. */
final class Topics {

    static final String ELSE = "其他事项";
    private static final String ORGANISATION = "企业基本信息";

    private final Map<String, DataElement> elements;
    private final Map<String, LifeEvent> lifeEvents;

    Topics(Map<String, DataElement> elements, Map<String, LifeEvent> lifeEvents) {
        this.elements = elements;
        this.lifeEvents = lifeEvents;
    }

    /** ENTERPRISE if at least half of the items always ask about an organisation. */
    Audience audience(Collection<Item> items) {
        long asking = items.stream()
                .filter(item -> item.fields().stream().anyMatch(this::asksOrganisation))
                .count();
        return asking * 2 >= items.size() ? Audience.ENTERPRISE : Audience.PERSON;
    }

    private boolean asksOrganisation(FieldUse field) {
        DataElement element = elements.get(field.element());
        return field.mandatory()
                && field.condition().names().isEmpty()
                && element != null
                && element.group().equals(ORGANISATION);
    }

    String lifeEvent(String window) {
        return lifeEvents.values().stream()
                .filter(event -> event.windows().contains(window))
                .min(Comparator.comparingInt(LifeEvent::order))
                .map(LifeEvent::name)
                .orElse(ELSE);
    }
}
