package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FieldSplitterTest {
    @Property(tries = 500)
    void quotedFieldsComeBackAsTheyWere(@ForAll("separators") String separator, @ForAll("fields") List<String> fields)
            throws Rejection {
        String line = fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(separator));
        assertThat(new FieldSplitter(separator).split(line)).containsExactlyElementsOf(fields);
    }

    @Property(tries = 500)
    void bareFieldsComeBackAsTheyWere(@ForAll("separators") String separator, @ForAll("bare") List<String> fields)
            throws Rejection {
        assertThat(new FieldSplitter(separator).split(String.join(separator, fields)))
                .containsExactlyElementsOf(fields);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("::", "\t", ",", ";", "|", " ", "--", "<>");
    }

    @Provide
    Arbitrary<List<String>> fields() {
        return Arbitraries.strings()
                .withChars("ab1 ,;:|\t\"'-<>\u00e9#")
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> bare() {
        return Arbitraries.strings()
                .withChars("ab1.#'\u00e9\u6f22")
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Test
    void anOpenQuoteDoesNotReachIntoTheNextLine() throws Rejection {
        FieldSplitter splitter = new FieldSplitter(",");
        assertThatThrownBy(() -> splitter.split("1,\"2,3")).isInstanceOf(Rejection.class);
        assertThat(splitter.split("1,2,3")).containsExactly("1", "2", "3");
        assertThat(splitter.split("1,\"2\",3")).containsExactly("1", "2", "3");
    }

    @Test
    void emptyFieldsAreKept() throws Rejection {
        assertThat(new FieldSplitter(",").split(",,")).containsExactly("", "", "");
        assertThat(new FieldSplitter("\t").split("a\t\t")).containsExactly("a", "", "");
        assertThat(new FieldSplitter("::").split("::a::")).containsExactly("", "a", "");
    }

    @Test
    void aTitleBeginningWithAQuotedWordIsNoOpenQuote() throws Rejection {
        assertThat(new FieldSplitter(",").split("1,\"Foo\" bar,3")).containsExactly("1", "\"Foo\" bar", "3");
    }

    @Test
    void absurdlyManyFieldsAreRefused() {
        assertThatThrownBy(() -> new FieldSplitter(",").split(",".repeat(70_000)))
                .isInstanceOf(Rejection.class)
                .hasMessage("cannot be split into fields: more than 65536 of them");
    }
}
