package city.onewindow.notice;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.Type;
import org.ofdrw.core.basicStructure.pageObj.layer.block.ImageObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.basicType.ST_RefID;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.pageDescription.color.color.CT_Color;

/**
 * Draws a page of a PDF again as a page of an OFD: the same words, lines and pictures at the same places, words as words. It
 * knows what our own prints are made of, and no more: upright text in the fonts of this program, paths, pictures.
 */
final class OfdPlotter extends PDFGraphicsStreamEngine {

    private final CT_Layer layer = new CT_Layer();
    private final float height;
    private final float width;
    private final IntSupplier ids;
    private final Function<String, OfdFont> fonts;
    private final Function<BufferedImage, ST_RefID> pictures;
    private final Path2D.Double path = new Path2D.Double();
    private @Nullable OfdText text;
    private boolean clips;

    /**
     * @param ids for whatever is drawn
     * @param fonts by the name that the PDF gives them
     * @param pictures keeps a picture and tells under which id
     */
    OfdPlotter(
            PDPage page, IntSupplier ids, Function<String, OfdFont> fonts, Function<BufferedImage, ST_RefID> pictures) {
        super(page);
        this.height = page.getMediaBox().getHeight();
        this.width = page.getMediaBox().getWidth();
        this.ids = ids;
        this.fonts = fonts;
        this.pictures = pictures;
    }

    CT_Layer draw() throws IOException {
        layer.setType(Type.Body);
        layer.setObjID(nextId());
        processPage(getPage());
        finishText();
        return layer;
    }

    @Override
    protected void showFontGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        String character = font.toUnicode(code);
        if (character == null) {
            throw new IllegalStateException("A glyph of " + font.getName() + " says nothing of its character");
        }
        OfdFont used = fonts.apply(font.getName());
        OfdText.Style style = new OfdText.Style(used, Millimetres.of(place.getScalingFactorY()), fillColor());
        double x = Millimetres.of(place.getTranslateX());
        double y = Millimetres.of(height - place.getTranslateY());
        int point = character.codePointAt(0);
        OfdText running = text;
        if (running == null || !running.takes(style, y, point)) {
            finishText();
            running = new OfdText(style, y);
            text = running;
        }
        running.add(point, x);
    }

    @Override
    public void showTextString(byte[] string) throws IOException {
        super.showTextString(string);
        finishText();
    }

    @Override
    public void showTextStrings(COSArray array) throws IOException {
        super.showTextStrings(array);
        finishText();
    }

    private void finishText() {
        if (text != null) {
            layer.addPageBlock(text.object(nextId()));
            text = null;
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double wide = Millimetres.of(place.getScalingFactorX());
        double high = Millimetres.of(place.getScalingFactorY());
        ImageObject object = new ImageObject(nextId());
        object.setResourceID(pictures.apply(image.getImage()));
        object.setBoundary(
                Millimetres.of(place.getTranslateX()),
                Millimetres.of(height - place.getTranslateY() - place.getScalingFactorY()),
                wide,
                high);
        object.setCTM(new ST_Array(wide, 0, 0, high, 0, 0));
        layer.addPageBlock(object);
    }

    @Override
    public void strokePath() throws IOException {
        float scale = getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX();
        plot(pen(scale).createStrokedShape(path), getGraphicsState().getStrokingColor());
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        path.setWindingRule(windingRule);
        plot(path, getGraphicsState().getNonStrokingColor());
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        throw new UnsupportedOperationException("No document of ours fills what it draws around");
    }

    /** As the outline of what is seen of it: dashes and what is cut off look the same in every reader. */
    private void plot(Shape shape, PDColor color) throws IOException {
        Area seen = new Area(shape);
        seen.intersect(getGraphicsState().getCurrentClippingPath());
        path.reset();
        if (seen.isEmpty()) {
            return;
        }
        PathObject object = new PathObject(nextId());
        object.setBoundary(0, 0, Millimetres.of(width), Millimetres.of(height));
        object.setStroke(false);
        object.setFill(true);
        object.setFillColor(color(color.toRGB()));
        object.setAbbreviatedData(outline(seen.getPathIterator(new AffineTransform(1, 0, 0, -1, 0, height))));
        layer.addPageBlock(object);
    }

    private BasicStroke pen(float scale) {
        PDGraphicsState state = getGraphicsState();
        float[] dashes = state.getLineDashPattern().getDashArray();
        for (int n = 0; n < dashes.length; n++) {
            dashes[n] *= scale;
        }
        return new BasicStroke(
                state.getLineWidth() * scale,
                state.getLineCap(),
                state.getLineJoin(),
                Math.max(1, state.getMiterLimit()),
                dashes.length == 0 ? null : dashes,
                state.getLineDashPattern().getPhase() * scale);
    }

    private static AbbreviatedData outline(PathIterator steps) {
        AbbreviatedData outline = new AbbreviatedData();
        double[] at = new double[6];
        for (; !steps.isDone(); steps.next()) {
            int step = steps.currentSegment(at);
            for (int n = 0; n < at.length; n++) {
                at[n] = Millimetres.of(at[n]);
            }
            switch (step) {
                case PathIterator.SEG_MOVETO -> outline.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> outline.lineTo(at[0], at[1]);
                case PathIterator.SEG_CUBICTO -> outline.cubicBezier(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> outline.close();
            }
        }
        return outline;
    }

    private int fillColor() throws IOException {
        return getGraphicsState().getNonStrokingColor().toRGB();
    }

    static CT_Color color(int rgb) {
        return CT_Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    private ST_ID nextId() {
        return new ST_ID(ids.getAsInt());
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        if (clips) {
            getGraphicsState().intersectClippingPath(new Area(path));
            clips = false;
        }
        path.reset();
    }

    @Override
    public void clip(int windingRule) {
        path.setWindingRule(windingRule);
        clips = true;
    }

    @Override
    public void shadingFill(COSName shadingName) {
        throw new UnsupportedOperationException("No document of ours is shaded");
    }
}
