package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.gaussian;

import org.certifact.linalg.loss.HuberLoss;
import org.certifact.linalg.loss.Loss;

class HuberCompletionTest extends CompletionLossContract {
    @Override
    Loss loss() {
        return new HuberLoss(0.7);
    }

    @Override
    double[][] values(int rows, int columns, long seed) {
        double[][] values = gaussian(rows, columns, seed);
        for (int i = 0; i < rows; i++) {
            values[i][i % columns] += 20; // gross errors
        }
        return values;
    }
}
