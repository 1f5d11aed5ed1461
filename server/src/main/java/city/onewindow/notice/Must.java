package city.onewindow.notice;

import org.jspecify.annotations.Nullable;

/**
 * What a wording may not lack, because the law wants the document to say it.
 *
 * @param place to be named, or null
 * @param words to be said as they are; empty if a place is meant
 * @param ground law and article
 */
record Must(@Nullable Place place, String words, String ground) {

    static Must name(Place place, String ground) {
        return new Must(place, "", ground);
    }

    static Must say(String words, String ground) {
        return new Must(null, words, ground);
    }

    /** As it stands in a wording. */
    String spelling() {
        return place == null ? words : "{" + place.term() + "}";
    }

    boolean isMetBy(String text) {
        return text.contains(spelling());
    }
}
