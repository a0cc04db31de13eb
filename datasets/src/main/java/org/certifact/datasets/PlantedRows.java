package org.certifact.datasets;

import java.io.Serializable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of {@link PlantedRatings}, each from its number alone. A row's place among the busy ones is its image under a random order; its
 * number of entries is a difference of rounded sums of the law, so that all rows together have exactly the number asked.
 */
final class PlantedRows implements Serializable {
    private static final double LARGEST_PART = 0.5;

    private final PlantedRatings spec;
    private final int fewest;
    private final long spread;
    private final PowerLaw activity;
    private final PowerLaw popularity;
    private final Shuffle places;
    private final Shuffle columnIds;
    private final PlantedModel model;

    PlantedRows(PlantedRatings spec) {
        this.spec = spec;
        fewest = Math.max(1, spec.columnsOfAll());
        spread = spec.entries() - (long) spec.rows() * fewest;
        // one less, because rounding may add one
        double mostARow = Math.max(LARGEST_PART * spec.columns(), 1) - fewest - 1;
        activity = PowerLaw.capped(spec.rows(), spec.rowExponent(), mostARow / Math.max(1, spread));
        popularity = PowerLaw.capped(
                spec.columns(), spec.columnExponent(), LARGEST_PART * spec.rows() / (double) spec.entries());
        places = new Shuffle(spec.rows(), CellHash.of(spec.seed(), 'r'));
        columnIds = new Shuffle(spec.columns(), CellHash.of(spec.seed(), 'c'));
        model = new PlantedModel(spec);
    }

    /** The entries of rows {@code from .. to - 1}, numbered in their source from 1 over all rows. */
    Stream<Parsed> entries(int from, int to) {
        RatedColumns columns = new RatedColumns(spec.columns(), spec.columnsOfAll(), popularity);
        long key = CellHash.of(spec.seed(), 'd');
        return IntStream.range(from, to).boxed().flatMap(row -> {
            int place = places.of(row);
            long before = entriesBefore(place);
            int[] drawn = columns.draw((int) (entriesBefore(place + 1) - before), CellHash.of(key, row));
            double[] own = model.row(row);
            String id = Integer.toString(row + 1);
            return IntStream.range(0, drawn.length).mapToObj(k -> {
                int column = columnIds.of(drawn[k]);
                return new Entry(
                        id,
                        Integer.toString(column + 1),
                        model.value(row, own, column),
                        1,
                        Source.encode(0, before + k + 1));
            });
        });
    }

    private long entriesBefore(int place) {
        return (long) place * fewest + (long) Math.floor(spread * activity.before(place));
    }
}
