package org.certifact.ml;

import java.util.Objects;
import org.certifact.datasets.BadInputException;

/**
 * Which words of texts are terms.
 *
 * @param mostTerms at most so many terms are kept, those that occur most often
 * @param fewestDocuments a term occurs in at least so many documents
 * @param stopWords words left out
 */
public record DocumentOptions(int mostTerms, int fewestDocuments, StopWords stopWords) {
    private static final int MOST_TERMS = 10_000;
    private static final int FEWEST_DOCUMENTS = 2;

    /**
     * Checks that both numbers are positive.
     *
     * @throws BadInputException if one is not
     */
    public DocumentOptions {
        Objects.requireNonNull(stopWords, "stopWords");
        if (mostTerms < 1) {
            throw new BadInputException("at most " + mostTerms + " terms: at least 1 is needed");
        }
        if (fewestDocuments < 1) {
            throw new BadInputException(
                    "terms in at least " + fewestDocuments + " documents: at least 1 is needed to see a term at all");
        }
    }

    /** The 10,000 most frequent of the words, English stop words aside, that occur in at least 2 documents. */
    public static DocumentOptions defaults() {
        return new DocumentOptions(MOST_TERMS, FEWEST_DOCUMENTS, StopWords.ENGLISH);
    }

    public DocumentOptions withMostTerms(int newMostTerms) {
        return new DocumentOptions(newMostTerms, fewestDocuments, stopWords);
    }

    public DocumentOptions withFewestDocuments(int newFewestDocuments) {
        return new DocumentOptions(mostTerms, newFewestDocuments, stopWords);
    }

    public DocumentOptions withStopWords(StopWords newStopWords) {
        return new DocumentOptions(mostTerms, fewestDocuments, newStopWords);
    }
}
