package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.datasets.MatrixMarketHeader.Symmetry;

class ArrayOrderTest {
    @Property(tries = 200)
    void entriesStandColumnByColumn(
            @ForAll Symmetry symmetry,
            @ForAll @IntRange(min = 1, max = 12) int m,
            @ForAll @IntRange(min = 1, max = 12) int n) {
        int rows = symmetry == Symmetry.GENERAL ? m : n;
        ArrayOrder order = new ArrayOrder(new MatrixMarketHeader(false, symmetry, rows, n, 0, 2));
        long entry = 0;
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < rows; row++) {
                boolean stored = symmetry == Symmetry.GENERAL
                        || row > column
                        || (row == column && symmetry == Symmetry.SYMMETRIC);
                if (stored) {
                    assertThat(order.column(entry)).isEqualTo(column);
                    assertThat(order.row(entry, column)).isEqualTo(row);
                    entry++;
                }
            }
        }
    }
}
