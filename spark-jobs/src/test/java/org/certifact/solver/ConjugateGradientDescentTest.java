package org.certifact.solver;

class ConjugateGradientDescentTest extends DescentContract {
    @Override
    DescentMethod method() {
        return DescentMethod.CONJUGATE_GRADIENT;
    }
}
