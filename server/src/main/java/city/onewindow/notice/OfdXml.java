package city.onewindow.notice;

import city.onewindow.kernel.PlainXml;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of an OFD that somebody handed in, as the row of its elements. A document type, the way in for entities, is refused,
 * and so is what is larger than what names parts and signatures ever is.
 */
record OfdXml(List<Element> elements) {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_ELEMENTS = 5_000;

    /** @param text without that of the elements within */
    record Element(String name, Map<String, String> attributes, StringBuilder text) {}

    /** It isn't there, isn't XML, or not such XML as an OFD has. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    static OfdXml read(OfdPackage ofd, String path) throws Unreadable {
        byte[] content = ofd.parts().get(path);
        if (content == null || content.length > LARGEST) {
            throw new Unreadable(path + " is missing or too large");
        }
        try {
            return new OfdXml(elements(PlainXml.read(new ByteArrayInputStream(content))));
        } catch (XMLStreamException e) {
            throw new Unreadable(path + " is no XML");
        }
    }

    private static List<Element> elements(XMLStreamReader xml) throws XMLStreamException, Unreadable {
        List<Element> elements = new ArrayList<>();
        Deque<Element> within = new ArrayDeque<>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = new Element(xml.getLocalName(), attributes(xml), new StringBuilder());
                    elements.add(element);
                    within.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> within.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!within.isEmpty()) {
                        within.peek().text().append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("There is a document type");
                default -> {}
            }
            if (elements.size() > MOST_ELEMENTS) {
                throw new Unreadable("There are more than " + MOST_ELEMENTS + " elements");
            }
        }
        return elements;
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int n = 0; n < xml.getAttributeCount(); n++) {
            attributes.put(xml.getAttributeLocalName(n), xml.getAttributeValue(n));
        }
        return attributes;
    }

    List<Element> all(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).toList();
    }

    /** The text of the only element of that name; null if there is none. */
    @Nullable
    String text(String name) throws Unreadable {
        List<Element> found = all(name);
        if (found.size() > 1) {
            throw new Unreadable("There are " + found.size() + " of " + name);
        }
        return found.isEmpty() ? null : found.get(0).text().toString().strip();
    }

    /** The same for an element that must be there. */
    String required(String name) throws Unreadable {
        String text = text(name);
        if (text == null) {
            throw new Unreadable("There is no " + name);
        }
        return text;
    }
}
