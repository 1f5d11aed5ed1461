package city.onewindow.notice;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.ofdrw.core.basicStructure.doc.CT_CommonData;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.doc.Document;
import org.ofdrw.core.basicStructure.ofd.DocBody;
import org.ofdrw.core.basicStructure.ofd.OFD;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.ofd.docInfo.CustomDatas;
import org.ofdrw.core.basicStructure.pageObj.Content;
import org.ofdrw.core.basicStructure.pageTree.Page;
import org.ofdrw.core.basicStructure.pageTree.Pages;
import org.ofdrw.core.basicStructure.res.CT_MultiMedia;
import org.ofdrw.core.basicStructure.res.MediaType;
import org.ofdrw.core.basicStructure.res.Res;
import org.ofdrw.core.basicStructure.res.resources.Fonts;
import org.ofdrw.core.basicStructure.res.resources.MultiMedias;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.basicType.ST_RefID;
import org.ofdrw.core.text.font.CT_Font;
import org.ofdrw.pkg.container.DocDir;
import org.ofdrw.pkg.container.OFDDir;

/**
 * Prints a document as OFD (GB/T 33190) from its PDF, page by page, so that the two can't say different things. The fonts are
 * embedded, cut down to what is used.
 */
final class OfdPress {

    private static final ST_Loc RESOURCES = ST_Loc.getInstance("Res");

    private final List<Typeface> typefaces;

    /** @param typefaces of which the PDF was printed */
    OfdPress(List<Typeface> typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * @param address of the page that verifies the document, kept in the file too, where a program finds it
     * @param pdf of the same document
     * @return an OFD, not yet sealed
     */
    byte[] print(IssuedDocument document, String address, byte[] pdf) {
        try (PDDocument source = Loader.loadPDF(pdf);
                Package made = new Package(document, address)) {
            for (PDPage page : source.getPages()) {
                made.add(page);
            }
            return made.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(document.number() + " doesn't print as OFD", e);
        }
    }

    /** The parts of one OFD while it is made, in a folder for the time being. */
    private final class Package implements AutoCloseable {

        private final AtomicInteger ids = new AtomicInteger();
        private final OFDDir folder = OFDDir.newOFD();
        private final DocDir parts = folder.newDoc();
        private final CT_CommonData shared = new CT_CommonData();
        private final Pages pages = new Pages();
        private final MultiMedias pictures = new MultiMedias();
        private final Map<String, OfdFont> fonts = new LinkedHashMap<>();

        Package(IssuedDocument document, String address) {
            folder.setOfd(new OFD()
                    .addDocBody(new DocBody()
                            .setDocInfo(new CT_DocInfo()
                                    .setDocID(UUID.randomUUID())
                                    .setTile(document.kind().title() + " " + document.number())
                                    .setAuthor(document.issuer())
                                    .setCreationDate(document.date())
                                    .setCreator("OneWindow")
                                    .setCustomDatas(new CustomDatas()
                                            .addCustomData("文书编号", document.number())
                                            .addCustomData("核验网址", address)))
                            .setDocRoot(new ST_Loc("Doc_0/Document.xml"))));
            parts.setDocument(new Document().setCommonData(shared).setPages(pages));
        }

        void add(PDPage page) throws IOException {
            if (pages.getSize() == 0) {
                // All pages of a document are of one size.
                shared.setPageArea(new CT_PageArea(
                        0,
                        0,
                        Millimetres.of(page.getMediaBox().getWidth()),
                        Millimetres.of(page.getMediaBox().getHeight())));
            }
            int number = pages.getSize();
            pages.addPage(new Page(ids.incrementAndGet(), "Pages/Page_" + number + "/Content.xml"));
            parts.obtainPages()
                    .newPageDir()
                    .setContent(new org.ofdrw.core.basicStructure.pageObj.Page()
                            .setContent(new Content()
                                    .addLayer(new OfdPlotter(page, ids::incrementAndGet, this::font, this::picture)
                                            .draw())));
        }

        /** The PDF calls a font that it cut down ABCDEF+Name. */
        private OfdFont font(String name) {
            return fonts.computeIfAbsent(
                    name.replaceFirst("^[A-Z]{6}\\+", ""),
                    plain -> new OfdFont(
                            typefaces.stream()
                                    .filter(typeface -> typeface.name().equals(plain))
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalStateException(
                                            "The PDF is set in " + name + ", which is none of our fonts")),
                            new ST_ID(ids.incrementAndGet())));
        }

        private ST_RefID picture(BufferedImage image) {
            ST_ID id = new ST_ID(ids.incrementAndGet());
            String name = "Image_" + id + ".png";
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "PNG", png);
                keep(name, png.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            pictures.addMultiMedia(new CT_MultiMedia()
                    .setType(MediaType.Image)
                    .setFormat("PNG")
                    .setMediaFile(ST_Loc.getInstance(name))
                    .setID(id));
            return id.ref();
        }

        byte[] finish() throws IOException {
            Fonts used = new Fonts();
            for (OfdFont font : fonts.values()) {
                String name = font.name() + ".ttf";
                keep(name, font.subset());
                CT_Font entry = new CT_Font()
                        .setFontName(font.name())
                        .setFamilyName("Noto Serif SC")
                        .setID(font.id());
                entry.setFontFile(ST_Loc.getInstance(name));
                used.addFont(entry);
            }
            parts.setPublicRes(new Res().setBaseLoc(RESOURCES).addResource(used));
            parts.setDocumentRes(new Res().setBaseLoc(RESOURCES).addResource(pictures));
            shared.setMaxUnitID(ids.get());
            shared.addPublicRes(ST_Loc.getInstance("PublicRes.xml"));
            shared.addDocumentRes(ST_Loc.getInstance("DocumentRes.xml"));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            folder.jar(file);
            return file.toByteArray();
        }

        private void keep(String name, byte[] content) throws IOException {
            Files.write(parts.obtainRes().getContainerPath().resolve(name), content);
        }

        @Override
        public void close() {
            folder.clean();
        }
    }
}
