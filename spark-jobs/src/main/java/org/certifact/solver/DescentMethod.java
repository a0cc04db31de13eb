package org.certifact.solver;

/** The local methods there are. */
public enum DescentMethod {
    /** {@link MajorizedUpdate}. */
    MAJORIZED {
        @Override
        RowUpdate update(double lambda) {
            return new MajorizedUpdate(lambda);
        }
    },
    /** {@link ConjugateGradientUpdate}, two steps. */
    CONJUGATE_GRADIENT {
        @Override
        RowUpdate update(double lambda) {
            return new ConjugateGradientUpdate(lambda, 2);
        }
    };

    abstract RowUpdate update(double lambda);
}
