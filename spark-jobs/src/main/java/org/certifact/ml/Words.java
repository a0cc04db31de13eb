package org.certifact.ml;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.ml.feature.StopWordsRemover;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.Document;

/**
 * Texts as words: runs of at least two letters, accents and digits that begin with a letter. They are in lower case and composed as by
 * Unicode's form C, so that one word is one word however its accents are stored. An apostrophe stays within a word, as in the stop words,
 * but an 's at its end goes. Numbers are no words.
 */
final class Words {
    static final String DOCUMENT = "document";
    static final String SOURCE = "source";
    static final String WORDS = "words";

    private static final String TEXT = "text";
    private static final String ALL_WORDS = "allWords";
    private static final String PART = "[\\p{L}\\p{M}\\p{N}]";
    private static final String POSSESSIVE = "'s(?!" + PART + ")";
    private static final String WORD = "(?<!" + PART + ")\\p{L}" + PART + "*(?:(?!" + POSSESSIVE + ")'" + PART + "+)*";
    private static final int SHORTEST = 2;
    private static final char TYPOGRAPHIC_APOSTROPHE = '\u2019';

    private Words() {}

    /** Document, source and words of each, in the order of the documents. */
    static Dataset<Row> of(SparkSession session, JavaRDD<Document> documents, StopWords stopWords) {
        StructType schema = new StructType()
                .add(DOCUMENT, DataTypes.StringType, false)
                .add(SOURCE, DataTypes.LongType, false)
                .add(TEXT, DataTypes.StringType, false);
        JavaRDD<Row> rows = documents.map(
                document -> RowFactory.create(document.id(), document.source(), normalized(document.text())));
        // Its own lower case would depend on the language of the machine
        Dataset<Row> tokens = new RegexTokenizer()
                .setInputCol(TEXT)
                .setOutputCol(ALL_WORDS)
                .setPattern(WORD)
                .setGaps(false)
                .setToLowercase(false)
                .setMinTokenLength(SHORTEST)
                .transform(session.createDataFrame(rows, schema));
        return new StopWordsRemover()
                .setInputCol(ALL_WORDS)
                .setOutputCol(WORDS)
                .setCaseSensitive(true)
                .setStopWords(list(stopWords))
                .transform(tokens)
                .select(DOCUMENT, SOURCE, WORDS);
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replace(TYPOGRAPHIC_APOSTROPHE, '\'');
    }

    private static String[] list(StopWords stopWords) {
        return switch (stopWords) {
            case NONE -> new String[0];
            case ENGLISH -> StopWordsRemover.loadDefaultStopWords("english");
        };
    }
}
