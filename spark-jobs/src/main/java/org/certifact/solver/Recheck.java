package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Coverage;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;

/**
 * Primal and dual values from their definitions, entry by entry with plain loops: the path that a verification takes, and
 * tests compare the solver's against.
 *
 * @param primal Σ w ℓ(y, x) + λ Σ_k ‖D_r^{α/2} U_k‖ ‖D_c^{α/2} V_k‖
 * @param dual −Σ w ℓ*(y, −s g/w) at s = λ / polar or at s = 1 where that is feasible too, whichever is better
 */
public record Recheck(double primal, double dual) {

    /** @param polarUpper a proved upper bound on the polar of the gradient at the factors */
    public static Recheck of(
            BlockMatrix data, FactorMatrix u, FactorMatrix v, Loss loss, double lambda, double polarUpper) {
        double largest = lambda / polarUpper;
        JavaRDD<double[]> parts =
                data.byColumns().meet(v, u, 0, (block, own, panel) -> values(block, own, panel, loss, largest));
        double[] sums = FactorMatrix.sum(parts, 3);
        double[] normsU = squaredNorms(data.byRows().blocks(), u);
        double[] normsV = squaredNorms(data.byColumns().blocks(), v);
        double gauge = 0;
        for (int k = 0; k < normsU.length; k++) {
            gauge += Math.sqrt(normsU[k]) * Math.sqrt(normsV[k]);
        }
        double rest = data.coverage() == Coverage.OBSERVED ? 0 : 0.5 * squaredProduct(data, u, v);
        double one = Math.min(1, largest);
        return new Recheck(
                sums[0] + rest + lambda * gauge,
                Math.max(sums[1] - largest * largest * rest, sums[2] - one * one * rest));
    }

    /** ‖UVᵀ‖². */
    private static double squaredProduct(BlockMatrix data, FactorMatrix u, FactorMatrix v) {
        double[] gramU = u.gramPair(0, data.byRows());
        double[] gramV = v.gramPair(0, data.byColumns());
        double sum = 0;
        for (int k = 0; k < u.rank() * u.rank(); k++) {
            sum += gramU[k] * gramV[k];
        }
        return sum;
    }

    private static double[] values(DataBlock data, FactorBlock own, double[] panel, Loss loss, double largest) {
        SparseBlock entries = data.entries();
        int rank = own.rank();
        int stride = Kernels.best().stride(rank);
        double primal = 0;
        double atLargest = 0;
        double atOne = 0;
        double one = Math.min(1, largest);
        for (int s = 0; s < entries.segments(); s++) {
            int i = entries.row(s);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double x = 0;
                for (int l = 0; l < rank; l++) {
                    x += own.values()[i * rank + l] * panel[entries.columns()[k] * stride + l];
                }
                double y = entries.values()[k];
                double w = entries.weight(k);
                // where every cell counts, ½x² of all cells is added later, of which this one has had its share
                double counted = 0.5 * data.background() * x * x;
                primal += w * loss.value(y, x) - counted;
                double slope = loss.derivative(y, x);
                atLargest -= w * loss.conjugate(y, largest * slope) - largest * largest * counted;
                atOne -= w * loss.conjugate(y, one * slope) - one * one * counted;
            }
        }
        return new double[] {primal, atLargest, atOne};
    }

    private static double[] squaredNorms(JavaRDD<DataBlock> blocks, FactorMatrix factor) {
        int rank = factor.rank();
        return FactorMatrix.sum(
                blocks.zip(factor.blocks()).map(pair -> {
                    double[] sums = new double[rank];
                    for (int i = 0; i < pair._2().rows(); i++) {
                        for (int l = 0; l < rank; l++) {
                            double x = pair._2().values()[i * rank + l];
                            sums[l] += pair._1().rowWeight(i) * x * x;
                        }
                    }
                    return sums;
                }),
                rank);
    }
}
