package org.certifact.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class SizedKernelTest extends KernelContract {

    @Override
    Kernel kernel() {
        // some examples on either side
        return new SizedKernel(new VectorKernel(VectorAnyWidth::new), new VectorKernel(), 1000);
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
}
