package city.onewindow.notice;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What one document has at its places. The values are what they are: whatever they contain, braces too, is printed as it is. */
public final class PlaceValues {

    private final Map<Place, Object> values = new EnumMap<>(Place.class);

    /** The same for every document: what samples show. */
    static PlaceValues samples(Set<Place> places) {
        PlaceValues samples = new PlaceValues();
        places.forEach(place -> samples.values.put(place, place.sampleValue()));
        return samples;
    }

    public PlaceValues with(Place place, String text) {
        return put(place, text);
    }

    public PlaceValues with(Place place, Section block) {
        return put(place, block);
    }

    private PlaceValues put(Place place, Object value) {
        if (place.isBlock() != value instanceof Section) {
            throw new IllegalArgumentException(
                    place + " takes " + (place.isBlock() ? "a section" : "a text") + ", not " + value.getClass());
        }
        values.put(place, value);
        return this;
    }

    Set<Place> places() {
        return values.keySet();
    }

    String text(Place place) {
        return String.valueOf(values.get(place));
    }

    Section block(Place place) {
        return (Section) Objects.requireNonNull(values.get(place), place.term());
    }
}
