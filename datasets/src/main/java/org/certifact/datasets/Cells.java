package org.certifact.datasets;

import java.util.Locale;
import java.util.Set;

/** The rules for the cells of a dense table: empty, NA, NaN and null are missing and read as NaN, all else must be a finite number. */
final class Cells {
    private static final Set<String> MISSING = Set.of("", "na", "nan", "null");
    private static final int LONGEST = 4;

    private final TableColumns columns;

    Cells(TableColumns columns) {
        this.columns = columns;
    }

    /** @param column of the table, from 0 */
    double parse(int column, String text) throws Rejection {
        if (isMissing(text)) {
            return Double.NaN;
        }
        try {
            return Fields.value(text);
        } catch (Rejection e) {
            throw rejected(column, e);
        }
    }

    double check(int column, double value) throws Rejection {
        if (Double.isInfinite(value)) {
            throw rejected(column, new Rejection("value '" + value + "' is not finite"));
        }
        return value;
    }

    static boolean isMissing(String text) {
        return text.length() <= LONGEST && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    private Rejection rejected(int column, Rejection reason) {
        return new Rejection(columns.describe(column) + ": " + reason.getMessage()
                + "; correct it, write NA for a missing value, or leave the column out with --leave-out "
                + (columns.field(column) + 1));
    }
}
