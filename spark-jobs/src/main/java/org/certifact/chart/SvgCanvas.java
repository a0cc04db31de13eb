package org.certifact.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Turns what is drawn into an SVG element that can stand within a page, beside others. */
final class SvgCanvas {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgCanvas() {}

    /**
     * @param id no other drawing of the page has it
     * @param label what a reader hears who does not see the drawing
     */
    static String draw(String id, String label, int width, int height, Consumer<Graphics2D> drawing) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setExtensionHandler(new CssPaints());
            context.setIDGenerator(new Prefixed(id));
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            drawing.accept(graphics);
            Element root = graphics.getRoot();
            // Batik gives this one the same name in every drawing
            ((Element) root.getElementsByTagName("defs").item(0)).removeAttribute("id");
            root.setAttribute("viewBox", "0 0 " + width + " " + height);
            root.setAttribute("role", "img");
            root.setAttribute("aria-label", label);
            return text(root);
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("this Java cannot write XML", e);
        }
    }

    private static String text(Element root) throws TransformerException {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(out));
        return out.toString();
    }

    private static final class CssPaints extends DefaultExtensionHandler {
        @Override
        public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
            return paint instanceof Ink ink
                    ? new SVGPaintDescriptor(ink.css(), "1")
                    : super.handlePaint(paint, context);
        }
    }

    private static final class Prefixed extends SVGIDGenerator {
        private final String prefix;

        Prefixed(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String name) {
            return prefix + "-" + super.generateID(name);
        }
    }
}
