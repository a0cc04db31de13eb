package org.certifact.linalg.kernel;

class VectorKernelTest extends KernelContract {

    @Override
    Kernel kernel() {
        return new VectorKernel();
    }
}
