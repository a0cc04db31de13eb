package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import java.util.SplittableRandom;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.HuberLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;

/**
 * The exact recovery experiment of Candès, Li, Ma and Wright (2011, section 4.1): L₀ of rank 5 % of n = 200 with N(0, 1/n)
 * factors, and ±1 in 5 % of the cells. Huber's loss with δ = λ/√n is ½‖Y − L − S‖² + λ(‖L‖_* + ‖S‖₁/√n), S being what the
 * threshold cuts off; as λ falls to 0 its solution tends to that of principal component pursuit, which is (L₀, S₀). Each λ starts from the answer of the last.
 */
class RobustPcaTest {
    private static final int SIZE = 200;
    private static final int RANK = 10;

    @Test
    void lowRankAndSparseAreToldApart() {
        double[][] low = outer(factor(1), factor(2));
        PlacedData placed = PlacedData.of(DenseData.full(withGrossErrors(low)), 2, 0);
        double size = distance(low, new double[SIZE][SIZE]);
        Factors factors = new CompletionProblem(placed.matrix(), 1, null, 1).zero();
        for (double lambda : new double[] {1e-2, 1e-3, 1e-4}) {
            CompletionSolver solver = new CompletionSolver(
                    placed.matrix(),
                    new HuberLoss(lambda / Math.sqrt(SIZE)),
                    new CompletionSettings(1e-4, SIZE, 0, 1, DescentMethod.MAJORIZED),
                    Progress.SILENT);
            Outcome<Factors> outcome = solver.solve(lambda, factors, new Budget(null, 300));
            factors = outcome.factors();

            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(factors.rank()).isEqualTo(RANK);
            double[][] x = outer(placed.rowsOf(factors.u()), placed.columnsOf(factors.v()));
            // the shrinkage by λ, which falls with it
            assertThat(distance(x, low)).isLessThan(1.3 * lambda * size);
        }
    }

    /** ±1 added to each cell with a chance of 5 %. */
    private static double[][] withGrossErrors(double[][] low) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] seen = new double[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            seen[i] = low[i].clone();
            for (int j = 0; j < SIZE; j++) {
                if (random.nextDouble() < 0.05) {
                    seen[i][j] += random.nextBoolean() ? 1 : -1;
                }
            }
        }
        return seen;
    }

    private static double distance(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
            }
        }
        return Math.sqrt(sum);
    }

    private static double[][] factor(long seed) {
        double[][] factor = gaussian(SIZE, RANK, seed);
        for (double[] row : factor) {
            for (int k = 0; k < RANK; k++) {
                row[k] /= Math.sqrt(SIZE);
            }
        }
        return factor;
    }
}
