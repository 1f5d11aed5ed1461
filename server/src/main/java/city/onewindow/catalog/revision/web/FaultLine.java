package city.onewindow.catalog.revision.web;

import city.onewindow.frame.Link;

/**
 * Something wrong in a revision.
 *
 * @param place the row and column, in words
 * @param href of the field; of the page where it has none
 */
public record FaultLine(String place, String message, String href) {

    Link link() {
        return new Link(place + message, href);
    }
}
