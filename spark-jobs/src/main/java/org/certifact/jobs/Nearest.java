package org.certifact.jobs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word that was probably meant. */
final class Nearest {
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The known word that takes the fewest edits, if those are at most half of its letters. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> 2 * EDITS.apply(word, candidate) <= letters(candidate))
                .min(Comparator.<String>comparingInt(candidate -> EDITS.apply(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int letters(String word) {
        return word.replace("-", "").length();
    }
}
