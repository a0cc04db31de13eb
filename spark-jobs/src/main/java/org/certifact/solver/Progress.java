package org.certifact.solver;

import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;

/** Is told what happens while a run goes on. */
public interface Progress {

    /** A solve begins. @param lambda λ, to which all that follows belongs */
    void begins(double lambda);

    /** After a sweep. @param objective at the point that the sweep passed through */
    void swept(Budget budget, int rank, double objective);

    /** After a certificate. @param verdict empty where the run goes on */
    void certified(Budget budget, int rank, Certificate certificate, Optional<Verdict> verdict);

    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(double lambda) {}

        @Override
        public void swept(Budget budget, int rank, double objective) {}

        @Override
        public void certified(Budget budget, int rank, Certificate certificate, Optional<Verdict> verdict) {}
    };
}
