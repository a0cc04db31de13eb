package org.certifact.linalg.kernel;

class ScalarKernelTest extends KernelContract {

    @Override
    Kernel kernel() {
        return new ScalarKernel();
    }
}
