package org.certifact.matrix;

import org.apache.spark.api.java.JavaRDD;

/** A factor that is known to be zeros without looking. */
final class ZeroFactor extends FactorMatrix {
    ZeroFactor(JavaRDD<FactorBlock> blocks, int rank) {
        super(blocks, rank);
    }
}
