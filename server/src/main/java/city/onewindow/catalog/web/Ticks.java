package city.onewindow.catalog.web;

import city.onewindow.catalog.MergedMaterial;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an applicant has ready, as an address carries it from one device to another; the server keeps nothing of it.
 *
 * @param keys of the materials that are ticked, of those that he is to have ready
 */
public record Ticks(List<String> keys) {

    static final String PARAMETER = "ticked";

    static Ticks of(GuideView guide, List<String> ticked) {
        return new Ticks(Stream.of(guide.toBring(), guide.toFollow(), guide.optional())
                .flatMap(List::stream)
                .map(MergedMaterial::key)
                .filter(ticked::contains)
                .distinct()
                .toList());
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public boolean has(MergedMaterial material) {
        return keys.contains(material.key());
    }

    /** Of the notice with these ticks; of the guide if there are none. */
    String address(GuideView guide) {
        if (isEmpty()) {
            return guide.address();
        }
        String ticks = UriComponentsBuilder.newInstance()
                .queryParam(PARAMETER, keys)
                .build()
                .encode()
                .toUriString()
                .substring(1);
        String notice = guide.noticeAddress("");
        return notice + (notice.contains("?") ? "&" : "?") + ticks;
    }
}
