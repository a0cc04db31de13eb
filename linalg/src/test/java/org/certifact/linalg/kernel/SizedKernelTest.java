package org.certifact.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizedKernelTest extends KernelContract {

    @Override
    Kernel kernel() {
        // some examples on either side
        return new SizedKernel(new ScalarKernel(VectorKernel.LANES), new VectorKernel(), 1000);
    }

    @Test
    void entriesTimesRankDecide() {
        KernelExample example = KernelExample.random(7, false, 1);
        Kernel plain = new ScalarKernel();
        Kernel never = (Kernel) Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " of the other kernel");
                });
        int size = example.block().entries() * 7;
        for (Kernel sized :
                new Kernel[] {new SizedKernel(plain, never, size), new SizedKernel(never, plain, size - 1)}) {
            double[] residual = new double[example.block().entries()];
            sized.residual(example.block(), example.rows(), example.panel(plain), 7, residual);
            assertThat(residual).containsExactly(example.residual(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 21, 64, 100})
    void panelsSuitBothKernels(int rank) {
        assertThat(new ScalarKernel(VectorKernel.LANES).stride(rank)).isEqualTo(new VectorKernel().stride(rank));
    }
}
