package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.gaussian;

import java.util.Arrays;
import org.certifact.linalg.loss.LogisticLoss;
import org.certifact.linalg.loss.Loss;

class LogisticCompletionTest extends CompletionLossContract {
    @Override
    Loss loss() {
        return new LogisticLoss();
    }

    @Override
    double[][] values(int rows, int columns, long seed) {
        return Arrays.stream(gaussian(rows, columns, seed))
                .map(row -> Arrays.stream(row).map(x -> x > 0.2 ? 1 : 0).toArray())
                .toArray(double[][]::new);
    }
}
