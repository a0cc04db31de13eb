package org.certifact.ml;

import java.util.Locale;

/** What a prediction is where the user or the item was not among the ratings. */
public enum ColdStart {
    /** Not a number. */
    NAN,
    /** No row in the output. */
    DROP,
    /** The mean and what is known of the biases of both: a number for every row. */
    BIAS;

    /** The value of the parameter. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
