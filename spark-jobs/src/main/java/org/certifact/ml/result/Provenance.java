package org.certifact.ml.result;

import java.util.LinkedHashMap;
import java.util.Map;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.product.MatrixProducts;

/** What runs: versions of the program and of all that it stands on. */
public final class Provenance {
    private Provenance() {}

    public static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("certifact", certifact());
        versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
        versions.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        versions.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        versions.put("kernel", Kernels.best().name());
        versions.put("products", MatrixProducts.best().name());
        versions.put(
                "blas", dev.ludovic.netlib.blas.BLAS.getInstance().getClass().getSimpleName());
        return versions;
    }

    private static String certifact() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
