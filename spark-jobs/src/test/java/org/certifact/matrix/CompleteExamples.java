package org.certifact.matrix;

import java.util.List;

/** One matrix with zeros that count, from entries and from cells, in one block, in several, and in more than it has rows. */
final class CompleteExamples {
    static final double[][] VALUES = values();

    private static final List<PlacedData> EXAMPLES = List.of(
            PlacedData.sparse(VALUES, 1, 1),
            PlacedData.sparse(VALUES, 5, 2),
            PlacedData.cells(VALUES, 2, 5),
            PlacedData.cells(VALUES, 13, 8));

    private CompleteExamples() {}

    static List<PlacedData> all() {
        return EXAMPLES;
    }

    /** 12 × 7, half of them zero, at least one number in every row and column. */
    private static double[][] values() {
        double[][] values = PlainMatrix.gaussian(12, 7, 1);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 7; j++) {
                values[i][j] = (i + 2 * j) % 4 < 2 || j == i % 7 ? values[i][j] : 0;
            }
        }
        return values;
    }
}
