package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;

import org.certifact.linalg.certify.PolarOracle;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;

/**
 * Noise alone, with λ amid its singular values: many columns are hardly worth their place, and next to them the spectrum goes on
 * without a gap. Sweeps turn such columns slowly, and a bound on what is left beside them proves nothing until they are turned.
 */
class DenseSpectrumTest {
    private static final double TOLERANCE = 1e-3;
    private static final double LAMBDA = 7;

    private final PlacedData noise =
            PlacedData.of(DenseData.full(gaussian(400, 300, 1)).seen(0.08, 2), 2, 0);

    @Test
    void whatIsCertifiedWithTheGramMatrixIsCertifiedWithChainsToo() {
        Budget ofFormed = new Budget(null, 300);
        Outcome<Factors> formed = solved(SpectralPolar.standard(), ofFormed);
        Budget ofIterated = new Budget(null, 300);
        Outcome<Factors> iterated = solved(new SpectralPolar(4, 0, 1e-10), ofIterated);

        assertThat(formed.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(iterated.verdict()).isEqualTo(Verdict.CERTIFIED);
        double primal = formed.certificate().primal();
        assertThat(iterated.certificate().primal()).isCloseTo(primal, within(TOLERANCE * primal));
        assertThat(iterated.certificate().dual()).isLessThanOrEqualTo(primal);
        assertThat(formed.factors().rank()).isGreaterThan(20);
        // with what lies between the columns and the rest left to the sweeps it takes half as many more
        assertThat(ofIterated.sweeps()).isLessThanOrEqualTo(ofFormed.sweeps() + 3);
    }

    private Outcome<Factors> solved(PolarOracle oracle, Budget budget) {
        CompletionProblem problem = new CompletionProblem(noise.matrix(), LAMBDA, oracle, 1000);
        Descent<Factors> descent = AlternatingDescent.of(
                noise.matrix(), new SquaredLoss(), DescentMethod.MAJORIZED, LAMBDA, new Lineage(), Progress.SILENT);
        return new CertifiedFactorization<>(problem, descent, TOLERANCE, 300, 1, Progress.SILENT)
                .run(problem.zero(), budget);
    }
}
