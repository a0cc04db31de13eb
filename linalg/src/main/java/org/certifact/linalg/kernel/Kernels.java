package org.certifact.linalg.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the kernel of this JVM once: vectorized where the module {@code jdk.incubator.vector} is there, else plain. */
public final class Kernels {
    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
    private static final Kernel BEST = choose();

    private Kernels() {}

    /** The fastest kernel that this JVM can run. */
    public static Kernel best() {
        return BEST;
    }

    private static Kernel choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            LOG.warn("Kernels run on plain Java loops; add --add-modules jdk.incubator.vector to the JVM's options"
                    + " to make them four to five times faster");
            return new ScalarKernel();
        }
        Kernel kernel = new SizedKernel(new VectorKernel(VectorAnyWidth::new), new VectorKernel());
        LOG.info("Kernels: {}", kernel.name());
        return kernel;
    }
}
