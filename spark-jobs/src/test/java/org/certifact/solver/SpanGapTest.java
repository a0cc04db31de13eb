package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.LocalBlock;
import org.junit.jupiter.api.Test;

class SpanGapTest {

    @Property(tries = 200)
    void itIsNeitherNegativeNorAboveTheTrueGap(
            @ForAll @IntRange(min = 2, max = 7) int rows,
            @ForAll @IntRange(min = 2, max = 7) int columns,
            @ForAll @IntRange(min = 1, max = 8) int rank,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 10) double lambda,
            @ForAll long seed) {
        Point point = new Point(
                DenseData.random(rows, columns, 0.6, seed).weighted(3, seed + 2),
                gaussian(rows, rank, seed + 3),
                gaussian(columns, rank, seed + 4),
                lambda,
                alpha);
        assertThat(point.spanGap()).isBetween(-1e-9 * point.primal(), point.gap() + 1e-9 * point.primal());
    }

    @Property(tries = 100)
    void itIsTheTrueGapWhereTheWholeSpaceIsSpanned(
            @ForAll @IntRange(min = 2, max = 7) int rows,
            @ForAll @IntRange(min = 1, max = 7) int columns,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 10) double lambda,
            @ForAll long seed) {
        double[][] v = gaussian(columns, columns, seed + 4);
        for (int j = 0; j < columns; j++) {
            v[j][j] += 10;
        }
        Point point = new Point(
                DenseData.random(rows, columns, 0.6, seed).weighted(3, seed + 2),
                gaussian(rows, columns, seed + 3),
                v,
                lambda,
                alpha);
        assertThat(point.spanGap()).isCloseTo(point.gap(), within(1e-9 * point.primal()));
    }

    @Test
    void itIsZeroAtAStationaryPointThatIsNotGlobal() {
        KnownSvd data = KnownSvd.random(8, 6, 1, 9, 7, 3, 1);
        KnownSvd stuck = data.softened(2).without(1);
        Point point = new Point(DenseData.full(data.matrix()), stuck.u(), stuck.v(), 2, 0);
        assertThat(point.spanGap()).isCloseTo(0, within(1e-10));
        assertThat(point.gap()).isGreaterThan(1);
    }

    /** A pair of factors, and what is known there. */
    private record Point(DenseData data, double[][] u, double[][] v, double lambda, double alpha) {
        double spanGap() {
            int rank = v[0].length;
            double[] weightedGram = gram(LocalBlock.of(data.transposed(), alpha).rowWeights());
            RowUpdate.Step step = new MajorizedUpdate(lambda).prepare(gram(null), rank, 3);
            double[] sums = UpdatedBlock.of(
                            LocalBlock.of(data, alpha),
                            new SquaredLoss(),
                            LocalBlock.factor(u),
                            LocalBlock.panel(v),
                            step,
                            0,
                            0)
                    .sums();
            return SpanGap.of(new HalfSums(sums, rank), weightedGram, lambda);
        }

        private double[] gram(double[] weights) {
            return DenseRows.gram(flat(v), v.length, v[0].length, weights);
        }

        double primal() {
            return data.halfSquares(u, v, lambda, alpha);
        }

        double gap() {
            DenseDual dual = DenseDual.at(data, outer(u, v), alpha);
            return primal() - dual.value(lambda, dual.polar());
        }
    }
}
