package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.gaussian;

import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;

class SquaredCompletionTest extends CompletionLossContract {
    @Override
    Loss loss() {
        return new SquaredLoss();
    }

    @Override
    double[][] values(int rows, int columns, long seed) {
        return gaussian(rows, columns, seed);
    }
}
