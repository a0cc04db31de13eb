package org.certifact.linalg.kernel;

class VectorAnyWidthTest extends KernelContract {

    @Override
    Kernel kernel() {
        return new VectorKernel(VectorAnyWidth::new);
    }
}
