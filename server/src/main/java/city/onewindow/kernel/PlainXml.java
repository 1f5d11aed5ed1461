package city.onewindow.kernel;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that somebody handed in, and nothing but what stands in it: entities name files and addresses, or grow without end. */
public final class PlainXml {

    private static final XMLInputFactory FACTORY = hardened();

    private PlainXml() {}

    /** @return comes to a document type, if there is one: who reads it refuses that */
    public static XMLStreamReader read(InputStream content) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(content);
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
