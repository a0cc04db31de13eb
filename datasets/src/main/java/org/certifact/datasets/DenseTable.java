package org.certifact.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/**
 * A dense numeric table: m rows of n values, with ids. The readers have checked it whole before they hand it on; its rows are read again
 * whenever they are evaluated, so persist them where that happens often.
 */
public final class DenseTable {
    private final JavaRDD<DenseRow> rows;
    private final long rowCount;
    private final List<String> columnIds;
    private final Places places;
    private final MissingCells missing;
    private final Optional<ImageShape> shape;

    DenseTable(
            JavaRDD<DenseRow> rows,
            long rowCount,
            List<String> columnIds,
            Places places,
            MissingCells missing,
            Optional<ImageShape> shape) {
        this.rows = rows;
        this.rowCount = rowCount;
        this.columnIds = List.copyOf(columnIds);
        this.places = places;
        this.missing = missing;
        this.shape = shape;
    }

    /** The rows in the order of the input, whatever the number of partitions. */
    public JavaRDD<DenseRow> rows() {
        return rows;
    }

    /** m, known without evaluating the rows. */
    public long rowCount() {
        return rowCount;
    }

    /** The ids of the n columns: the names in the header, else 1 to n. A copy. */
    public String[] columnIds() {
        return columnIds.toArray(String[]::new);
    }

    /** n. */
    public int columnCount() {
        return columnIds.size();
    }

    /** What a row pictures, if the table was made from images or {@link #picturing} said so. */
    public Optional<ImageShape> shape() {
        return shape;
    }

    /** The cells that are NaN, known without evaluating the rows. */
    public MissingCells missing() {
        return missing;
    }

    /** The place of a row, as {@code faces.csv: line 1042}, {@code faces.npy: row 7} or {@code 09.png: patch 12}. */
    public String where(long source) {
        return places.where(source);
    }

    /** The files, for a title: {@code faces.csv and 2 more}. */
    public String title() {
        return places.title();
    }

    /**
     * Refuses a table with holes.
     *
     * @throws BadInputException if a cell is missing
     */
    public void checkComplete() {
        if (missing.count() > 0) {
            throw new BadInputException(missing + "; give --missing unobserved to factorize the observed ones only");
        }
    }

    /**
     * The table with every value multiplied.
     *
     * @throws IllegalArgumentException if the factor is 0 or not finite
     */
    public DenseTable scaled(double factor) {
        if (factor == 0 || !Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor " + factor + " must be finite and not 0");
        }
        JavaRDD<DenseRow> scaled = rows.map(row -> row.withValues(product(row.values(), factor)));
        return new DenseTable(scaled, rowCount, columnIds, places, missing, shape);
    }

    /**
     * The same table, each row of which is said to picture an image.
     *
     * @throws BadInputException if the image has not as many values as the table has columns
     */
    public DenseTable picturing(ImageShape image) {
        if (image.values() != columnCount()) {
            throw new BadInputException(title() + ": an image of " + image + " has " + image.values()
                    + " values, a row has " + columnCount() + "; give a width and a height that fit");
        }
        return new DenseTable(rows, rowCount, columnIds, places, missing, Optional.of(image));
    }

    /** An entry of weight 1 for every cell that is not missing, row by row. */
    public JavaRDD<Entry> observed() {
        String[] ids = columnIds();
        return rows.flatMap(row -> observed(row, ids).iterator());
    }

    private static List<Entry> observed(DenseRow row, String[] columnIds) {
        double[] values = row.values();
        List<Entry> entries = new ArrayList<>(values.length);
        for (int column = 0; column < values.length; column++) {
            if (!Double.isNaN(values[column])) {
                entries.add(new Entry(row.id(), columnIds[column], values[column], 1, row.source()));
            }
        }
        return entries;
    }

    private static double[] product(double[] values, double factor) {
        double[] product = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            product[i] = values[i] * factor;
        }
        return product;
    }

    /** 1 to n, for columns without names. */
    static List<String> numbers(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList();
    }
}
