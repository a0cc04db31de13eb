package org.certifact.solver;

import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.matrix.Blocks;

/** A factor or the objective has ceased to be a finite number: the run ends at once, and nothing is said of the optimum. */
public final class NumericalBreakdown extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private NumericalBreakdown(String message) {
        super(message + "; values far from 1 overflow when they are squared: scale them, or raise --lambda");
    }

    /**
     * Looks at the sums of a half-sweep, in which every number of every block has its part.
     *
     * @param sums over all blocks
     * @param parts of each block; asked only where the sums are not finite
     */
    static void check(double[] sums, JavaRDD<double[]> parts, Side side, int sweep) {
        if (finite(sums)) {
            return;
        }
        List<Boolean> good = Blocks.collect(Blocks.map(parts, NumericalBreakdown::finite));
        int block = good.indexOf(false);
        String where = block < 0 ? "the sum over its blocks" : "block " + (block + 1) + " of " + good.size();
        throw notFinite(side, sweep, " in " + where);
    }

    /** Looks at the sums of a half-sweep of a factor that the driver holds. */
    static void check(double[] sums, Side side, int sweep) {
        if (!finite(sums)) {
            throw notFinite(side, sweep, "");
        }
    }

    private static NumericalBreakdown notFinite(Side side, int sweep, String where) {
        String rows = side.name().toLowerCase(Locale.ROOT);
        return new NumericalBreakdown("sweep " + sweep + ": the factor of the " + rows + " is not finite" + where);
    }

    /** Looks at the objective of a certificate. */
    static void check(double objective, int certificate, int sweep) {
        if (!Double.isFinite(objective)) {
            throw new NumericalBreakdown(
                    "certificate " + certificate + ", after sweep " + sweep + ": the objective is " + objective);
        }
    }

    private static boolean finite(double[] numbers) {
        for (double x : numbers) {
            if (!Double.isFinite(x)) {
                return false;
            }
        }
        return true;
    }
}
