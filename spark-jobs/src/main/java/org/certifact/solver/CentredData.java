package org.certifact.solver;

import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Offsets;

/**
 * Training data as fitted: less its offsets.
 *
 * @param matrix centred values
 * @param offsets what was subtracted
 */
public record CentredData(BlockMatrix matrix, Offsets offsets) {

    public static CentredData of(BlockMatrix raw, Centering centering) {
        return switch (centering) {
            case NONE ->
                new CentredData(
                        raw.settled(),
                        new Offsets(0, raw.byRows().zeros(1), raw.byColumns().zeros(1)));
            case MEAN -> minus(raw, OffsetFit.mean(raw));
            case BIAS -> minus(raw, OffsetFit.biases(raw));
        };
    }

    public static CentredData minus(BlockMatrix raw, Offsets offsets) {
        return new CentredData(raw.minus(offsets), offsets);
    }
}
