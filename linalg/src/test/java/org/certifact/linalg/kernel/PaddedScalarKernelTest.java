package org.certifact.linalg.kernel;

class PaddedScalarKernelTest extends KernelContract {

    @Override
    Kernel kernel() {
        return new ScalarKernel(8);
    }
}
