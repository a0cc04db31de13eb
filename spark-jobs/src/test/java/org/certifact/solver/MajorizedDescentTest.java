package org.certifact.solver;

class MajorizedDescentTest extends DescentContract {
    @Override
    DescentMethod method() {
        return DescentMethod.MAJORIZED;
    }
}
