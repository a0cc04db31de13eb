package org.certifact.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {
    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {10, 1, 0.1};

    @Test
    void isXmlWithColoursOfThePageAndNamesOfItsOwn() throws Exception {
        Chart chart = new Chart(Axis.linear("x"), Axis.logarithmic("y"))
                .line("a", X, Y)
                .line("b", X, X);

        String svg = chart.svg("first", "what it shows");

        Document parsed = parse(svg);
        assertThat(parsed.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(parsed.getDocumentElement().getAttribute("aria-label")).isEqualTo("what it shows");
        assertThat(svg)
                .contains("var(--ink)", "var(--series-1)", "var(--series-2)")
                .doesNotContain("rgb(");
        assertThat(svg).containsPattern("id=\"first-").doesNotContainPattern("id=\"(?!first-)");
    }

    @Test
    void aNameIsTextWhateverItHolds() throws Exception {
        Chart chart = new Chart(Axis.linear("x"), Axis.linear("y"))
                .marks("<script>", X, Y)
                .label("</svg><script>alert(1)</script>\u0000\u0001\uD800", 2, 1, true);

        String svg = chart.svg("id", "\"><b>");

        assertThat(svg).doesNotContain("<script", "<b>", "\u0000", "&#0;", "&#1;");
        assertThat(parse(svg).getDocumentElement().getTextContent()).contains("</svg><script>alert(1)</script>");
    }

    @Test
    void whatALogarithmicAxisCannotShowIsLeftOut() {
        double[] none = {0, -1, Double.NaN};

        assertThat(new Chart(Axis.linear("x"), Axis.logarithmic("y"))
                        .line("a", X, none)
                        .isEmpty())
                .isTrue();
        assertThat(new Chart(Axis.linear("x"), Axis.linear("y"))
                        .line("a", X, none)
                        .isEmpty())
                .isFalse();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }
}
