package org.certifact.datasets;

/** What values generated ratings may have. */
public enum RatingScale {
    /** Any. */
    REAL {
        @Override
        double round(double rating) {
            return rating;
        }
    },

    /** 0.5, 1, 1.5, … 5: the nearest. */
    HALF_STARS {
        @Override
        double round(double rating) {
            return Math.max(0.5, Math.min(5, Math.rint(2 * rating) / 2));
        }
    };

    abstract double round(double rating);
}
