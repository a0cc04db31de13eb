package org.certifact.ml;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.datasets.BadInputException;

/**
 * The terms of a set of documents: the words that occur most often, those of one count in the order of their characters. Spark ML's
 * CountVectorizer would choose among words of one count as their partitions finish, so it is told the terms instead.
 */
final class Vocabulary {
    private static final String TERM = "term";
    private static final String OCCURRENCES = "occurrences";
    private static final String DOCUMENTS = "documents";

    private Vocabulary() {}

    /**
     * Evaluates the words.
     *
     * @param title of the documents, for errors
     * @return the terms, the most frequent first
     * @throws BadInputException if there is none
     */
    static String[] of(Dataset<Row> words, DocumentOptions options, String title) {
        List<Row> terms = words.select(
                        col(Words.SOURCE), explode(col(Words.WORDS)).as(TERM))
                .groupBy(Words.SOURCE, TERM)
                .agg(count(TERM).as(OCCURRENCES))
                .groupBy(TERM)
                .agg(sum(OCCURRENCES).as(OCCURRENCES), count(TERM).as(DOCUMENTS))
                .filter(col(DOCUMENTS).geq(options.fewestDocuments()))
                .orderBy(col(OCCURRENCES).desc(), col(TERM).asc())
                .limit(options.mostTerms())
                .select(TERM)
                .collectAsList();
        if (terms.isEmpty()) {
            throw new BadInputException(title + ": no word "
                    + (options.stopWords() == StopWords.NONE ? "" : "other than stop words ") + "is in at least "
                    + options.fewestDocuments()
                    + (options.fewestDocuments() == 1 ? " document" : " documents; give a lower --fewest-documents"));
        }
        return terms.stream().map(term -> term.getString(0)).toArray(String[]::new);
    }
}
