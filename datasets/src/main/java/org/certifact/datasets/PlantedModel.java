package org.certifact.datasets;

import java.io.Serializable;

/** The values of {@link PlantedRatings}: every effect and factor is a hash of its seed and its row or column, computed where it is needed. */
final class PlantedModel implements Serializable {
    private static final double MEAN = 3.5;
    private static final double ROW_EFFECT = 0.4;
    private static final double COLUMN_EFFECT = 0.5;
    private static final double FACTORS = 0.6;

    private final int rank;
    private final double noise;
    private final RatingScale scale;
    private final double[] strength;
    private final long rowKey;
    private final long columnKey;
    private final long noiseKey;

    PlantedModel(PlantedRatings spec) {
        rank = spec.rank();
        noise = spec.noise();
        scale = spec.scale();
        rowKey = CellHash.of(spec.seed(), 'u');
        columnKey = CellHash.of(spec.seed(), 'v');
        noiseKey = CellHash.of(spec.seed(), 'e');
        strength = new double[rank];
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += 1.0 / (k + 1);
        }
        for (int k = 0; k < rank; k++) {
            strength[k] = FACTORS * Math.sqrt(1 / (sum * (k + 1)));
        }
    }

    /** What all values of a row share: its factor, scaled, and behind it the mean with its effect. */
    double[] row(int row) {
        long key = CellHash.of(rowKey, row);
        double[] own = new double[rank + 1];
        for (int k = 0; k < rank; k++) {
            own[k] = strength[k] * CellHash.centred(CellHash.of(key, k));
        }
        own[rank] = MEAN + ROW_EFFECT * CellHash.gaussian(CellHash.of(key, rank));
        return own;
    }

    /** The value of a cell. @param own what {@link #row} gave */
    double value(int row, double[] own, int column) {
        long key = CellHash.of(columnKey, column);
        double value = own[rank] + COLUMN_EFFECT * CellHash.gaussian(CellHash.of(key, rank));
        for (int k = 0; k < rank; k++) {
            value += own[k] * CellHash.centred(CellHash.of(key, k));
        }
        if (noise > 0) {
            value += noise * CellHash.gaussian(CellHash.of(CellHash.of(noiseKey, row), column));
        }
        return scale.round(value);
    }
}
