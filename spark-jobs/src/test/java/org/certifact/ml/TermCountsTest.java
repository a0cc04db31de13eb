package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.certifact.SharedSpark;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DocumentReader;
import org.certifact.datasets.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermCountsTest {
    private static final DocumentOptions ALL_WORDS = new DocumentOptions(100, 1, StopWords.NONE);

    @TempDir
    private Path directory;

    @Test
    void termsAreRowsAndDocumentsColumns() throws IOException {
        write("b.txt", "The bird, the bird! Is the WORD.");
        write("a.txt", "A word (a bird)\nof words; 42 words.");
        TermCounts counts = counts(DocumentOptions.defaults().withFewestDocuments(1));
        assertThat(counts.terms()).containsExactly("bird", "word", "words");
        assertThat(contents(counts))
                .containsExactly("bird a.txt 1", "word a.txt 1", "words a.txt 2", "bird b.txt 2", "word b.txt 1");
        assertThat(counts.documentCount()).isEqualTo(2);
        assertThat(counts.title()).isEqualTo("a.txt and 1 more");
        assertThat(counts.withoutTerms()).isEmpty();
        assertThat(counts.where(counts.entries().first().source())).isEqualTo("a.txt");
        assertThat(counts.entries().first().weight()).isEqualTo(1);
    }

    @Test
    void accentsApostrophesAndOtherScripts() throws IOException {
        write(
                "a.txt",
                "D\u00e9j\u00e0 d\u00e9j\u00e0 De\u0301ja\u0300 don\u2019t don't we'll the nation's nations' o'clock's \u039b\u03cc\u03b3\u03bf\u03c2");
        assertThat(contents(counts(ALL_WORDS)))
                .containsExactlyInAnyOrder(
                        "d\u00e9j\u00e0 a.txt 3",
                        "don't a.txt 2",
                        "we'll a.txt 1",
                        "the a.txt 1",
                        "nation a.txt 1",
                        "nations a.txt 1",
                        "o'clock a.txt 1",
                        "\u03bb\u03cc\u03b3\u03bf\u03c2 a.txt 1");
    }

    @Test
    void numbersAndSingleLettersAreNoWords() throws IOException {
        write("a.txt", "In 1862, 1,000,000 men marched 19th x u2 covid19 3d");
        assertThat(counts(ALL_WORDS).terms()).containsExactly("covid19", "in", "marched", "men", "u2");
    }

    @Test
    void englishStopWordsAreLeftOutUnlessAskedFor() throws IOException {
        write("a.txt", "We don\u2019t know what THEY would know");
        assertThat(counts(ALL_WORDS.withStopWords(StopWords.ENGLISH)).terms()).containsExactly("know");
        assertThat(counts(ALL_WORDS).terms()).containsExactly("know", "don't", "they", "we", "what", "would");
    }

    @Test
    void documentsOfOneNameHaveDifferentIds() throws IOException {
        write("rome/letter.txt", "caesar");
        write("paris/letter.txt", "caesar caesar");
        assertThat(contents(counts(ALL_WORDS)))
                .containsExactly("caesar paris/letter.txt 2", "caesar rome/letter.txt 1");
    }

    @Test
    void ofTermsOfOneCountThoseFirstInTheAlphabetAreKept() throws IOException {
        write("a.txt", "zebra yak xerus ibex ibex");
        write("b.txt", "walrus viper unicorn");
        assertThat(counts(ALL_WORDS.withMostTerms(3)).terms()).containsExactly("ibex", "unicorn", "viper");
    }

    @Test
    void rareTermsAreLeftOutAndDocumentsWithoutAnyAreNamed() throws IOException {
        write("a.txt", "common rare rare rare");
        write("b.txt", "common");
        write("c.txt", "singular");
        TermCounts counts = counts(DocumentOptions.defaults());
        assertThat(contents(counts)).containsExactly("common a.txt 1", "common b.txt 1");
        assertThat(counts.documentCount()).isEqualTo(3);
        assertThat(counts.withoutTerms()).containsExactly("c.txt");
    }

    @Test
    void partitionsMakeNoDifference() throws IOException {
        for (int i = 10; i < 40; i++) {
            write(i + ".txt", "every " + "word ".repeat(i % 7) + "term" + (char) ('a' + i % 5));
        }
        List<Entry> few = counts(ALL_WORDS).entries().collect();
        Dataset<Row> words = Words.of(
                SharedSpark.session(),
                DocumentReader.read(SharedSpark.context(), List.of(directory.toString()))
                        .documents()
                        .repartition(9),
                StopWords.NONE);
        List<String> terms = List.of(Vocabulary.of(words, ALL_WORDS, "shuffled"));
        assertThat(terms).isEqualTo(counts(ALL_WORDS).terms());
        assertThat(few)
                .isSortedAccordingTo((a, b) -> a.source() == b.source()
                        ? Integer.compare(terms.indexOf(a.row()), terms.indexOf(b.row()))
                        : Long.compare(a.source(), b.source()));
        assertThat(counts(ALL_WORDS).entries().collect()).isEqualTo(few);
    }

    @Test
    void theVocabularyIsThatOfSparkWhereCountsDiffer() throws IOException {
        write("a.txt", "one two two three three three four four four four");
        write("b.txt", "two three three four four four five five five five five five five five");
        DocumentOptions options = ALL_WORDS.withFewestDocuments(2);
        Dataset<Row> words = Words.of(
                SharedSpark.session(),
                DocumentReader.read(SharedSpark.context(), List.of(directory.toString()))
                        .documents(),
                StopWords.NONE);
        CountVectorizerModel spark =
                new CountVectorizer().setInputCol(Words.WORDS).setMinDF(2).fit(words);
        assertThat(counts(options).terms()).containsExactly(spark.vocabulary());
        assertThat(counts(options).terms()).containsExactly("four", "three", "two");
    }

    @Test
    void entriesCanBeStoredAndShuffledByKryo() throws IOException {
        write("a.txt", "some words");
        var entries = counts(ALL_WORDS).entries().persist(StorageLevel.MEMORY_ONLY_SER());
        assertThat(entries.keyBy(Entry::row).groupByKey(2).keys().collect()).containsExactlyInAnyOrder("some", "words");
        entries.unpersist();
    }

    @Test
    void withoutTermsThereIsNoMatrix() throws IOException {
        write("a.txt", "the only");
        write("b.txt", "the end");
        assertRefused(
                DocumentOptions.defaults(),
                "a.txt and 1 more: no word other than stop words is in at least 2 documents;"
                        + " give a lower --fewest-documents");
        write("a.txt", "the");
        write("b.txt", "the");
        assertRefused(
                DocumentOptions.defaults().withFewestDocuments(1),
                "a.txt and 1 more: no word other than stop words is in at least 1 document");
    }

    @Test
    void emptyDocumentsAndOptionsOutOfRangeAreRefused() throws IOException {
        write("a.txt", "words");
        write("b.txt", "");
        assertRefused(DocumentOptions.defaults(), "b.txt: holds no words; leave it out");
        assertThatThrownBy(() -> DocumentOptions.defaults().withMostTerms(0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at most 0 terms: at least 1 is needed");
        assertThatThrownBy(() -> DocumentOptions.defaults().withFewestDocuments(0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("terms in at least 0 documents: at least 1 is needed to see a term at all");
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private TermCounts counts(DocumentOptions options) {
        return TermCounts.read(SharedSpark.session(), List.of(directory.toString()), options);
    }

    private static List<String> contents(TermCounts counts) {
        return counts.entries().collect().stream()
                .map(entry -> entry.row() + " " + entry.column() + " " + (int) entry.value())
                .toList();
    }

    private void assertRefused(DocumentOptions options, String message) {
        assertThatThrownBy(() -> counts(options))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
