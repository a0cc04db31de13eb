package org.certifact.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DocumentReader;
import org.certifact.datasets.DocumentSet;
import org.certifact.datasets.Entry;

/** How often each term occurs in each document: a matrix of terms x documents, most of whose values are 0 and left out. */
public final class TermCounts {
    private static final String COUNTS = "counts";

    private final JavaRDD<Entry> entries;
    private final DocumentSet documents;
    private final List<String> terms;
    private final List<String> withoutTerms;

    private TermCounts(JavaRDD<Entry> entries, DocumentSet documents, List<String> terms, List<String> withoutTerms) {
        this.entries = entries;
        this.documents = documents;
        this.terms = terms;
        this.withoutTerms = withoutTerms;
    }

    /**
     * Reads plain texts, one a file, and finds their terms. The texts are read and checked here, and again when the entries are evaluated.
     *
     * @param paths files, directories or globs, see {@link DocumentReader#read}
     * @throws BadInputException if a file is not UTF-8 text or has no words, or if there is no file or no term
     */
    public static TermCounts read(SparkSession session, List<String> paths, DocumentOptions options) {
        DocumentSet documents = DocumentReader.read(JavaSparkContext.fromSparkContext(session.sparkContext()), paths);
        var words = Words.of(session, documents.documents(), options.stopWords());
        String[] terms = Vocabulary.of(words, options, documents.title());
        JavaRDD<Row> counts = new CountVectorizerModel(terms)
                .setInputCol(Words.WORDS)
                .setOutputCol(COUNTS)
                .transform(words)
                .select(Words.DOCUMENT, Words.SOURCE, COUNTS)
                .toJavaRDD();
        List<String> withoutTerms = counts.filter(row -> ((Vector) row.get(2)).numNonzeros() == 0)
                .map(row -> row.getString(0))
                .setName("documents without terms")
                .collect();
        Broadcast<String[]> shared =
                JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(terms);
        JavaRDD<Entry> entries = counts.flatMap(
                        row -> entries(row, shared.value()).iterator())
                .setName("term counts of " + documents.title());
        return new TermCounts(entries, documents, List.of(terms), List.copyOf(withoutTerms));
    }

    private static List<Entry> entries(Row row, String[] terms) {
        String document = row.getString(0);
        long source = row.getLong(1);
        SparseVector counts = ((Vector) row.get(2)).toSparse();
        int[] indices = counts.indices();
        double[] values = counts.values();
        List<Entry> entries = new ArrayList<>(indices.length);
        for (int i = 0; i < indices.length; i++) {
            entries.add(new Entry(terms[indices[i]], document, values[i], 1, source));
        }
        return entries;
    }

    /**
     * An entry of weight 1 for each term in each document that has it: row is the term, column the document. Documents come in the order of
     * the files, the terms of each in the order of {@link #terms}, whatever the number of partitions.
     */
    public JavaRDD<Entry> entries() {
        return entries;
    }

    /** The terms, the most frequent first; those of one count in the order of their characters. */
    public List<String> terms() {
        return terms;
    }

    /** The number of documents, those without any term among them. */
    public int documentCount() {
        return documents.count();
    }

    /** The documents that have none of the terms, and so no entry: columns of zeros. */
    public List<String> withoutTerms() {
        return withoutTerms;
    }

    /** The file of an entry. */
    public String where(long source) {
        return documents.where(source);
    }

    /** The files, for a title: {@code 1790.txt and 232 more}. */
    public String title() {
        return documents.title();
    }
}
