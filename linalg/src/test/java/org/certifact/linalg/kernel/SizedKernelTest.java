package org.certifact.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizedKernelTest extends KernelContract {

    @Override
    Kernel kernel() {
        // some examples on either side
        return new SizedKernel(new ScalarKernel(VectorKernel.LANES), new VectorKernel(), 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 21, 64, 100})
    void panelsSuitBothKernels(int rank) {
        assertThat(new ScalarKernel(VectorKernel.LANES).stride(rank)).isEqualTo(new VectorKernel().stride(rank));
    }
}
