package org.certifact.matrix;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;

/** A factor that is known to be zeros without looking. */
final class ZeroFactor extends FactorMatrix {
    private final Supplier<List<FactorBlock>> present;

    ZeroFactor(JavaRDD<FactorBlock> blocks, int rank, Supplier<List<FactorBlock>> present) {
        super(blocks, rank);
        this.present = present;
    }

    @Override
    Optional<List<FactorBlock>> present() {
        return Optional.of(present.get());
    }
}
