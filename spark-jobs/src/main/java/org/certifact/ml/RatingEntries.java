package org.certifact.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Entry;
import org.certifact.datasets.Source;
import scala.Function1;
import scala.Tuple2;
import scala.runtime.AbstractFunction1;

/** Ratings in the columns of a data frame, as entries of a matrix. Ids are whole numbers of any numeric type, or strings. */
final class RatingEntries {
    private RatingEntries() {}

    /**
     * The entries, lazily.
     *
     * @param rating its column, or empty where every rating is 1
     * @throws BadInputException when they are evaluated, in the task: an id that is null or no whole number, a rating that is not finite
     */
    static JavaRDD<Entry> of(Dataset<?> ratings, String user, String item, String rating) {
        Column value = rating.isEmpty()
                ? functions.lit(1.0)
                : ratings.col(quoted(rating)).cast(DataTypes.DoubleType);
        return ratings.select(ratings.col(quoted(user)), ratings.col(quoted(item)), value)
                .toJavaRDD()
                .mapPartitionsWithIndex((p, rows) -> entries(p, rows, user, item, rating), true);
    }

    /** The ids of the items of every user, lazily. */
    static JavaPairRDD<String, String[]> itemsByUser(Dataset<?> frame, String user, String item) {
        return frame.select(frame.col(quoted(user)), frame.col(quoted(item)))
                .toJavaRDD()
                .mapToPair(row -> new Tuple2<>(id(row.get(0), user), id(row.get(1), item)))
                .groupByKey()
                .mapValues(items ->
                        StreamSupport.stream(items.spliterator(), false).toArray(String[]::new));
    }

    private static Iterator<Entry> entries(int partition, Iterator<Row> rows, String user, String item, String rating) {
        Iterable<Row> all = () -> rows;
        long[] number = new long[1];
        return StreamSupport.stream(all.spliterator(), false)
                .map(row -> new Entry(
                        id(row.get(0), user),
                        id(row.get(1), item),
                        rating(row, rating),
                        1,
                        Source.encode(partition, ++number[0])))
                .iterator();
    }

    private static double rating(Row row, String column) {
        if (row.isNullAt(2) || !Double.isFinite(row.getDouble(2))) {
            throw new BadInputException("column '" + column + "': the rating of item '" + row.get(1) + "' by user '"
                    + row.get(0) + "' is " + row.get(2) + "; ratings must be finite numbers: leave such rows out");
        }
        return row.getDouble(2);
    }

    /** An id as its characters. */
    static String id(Object value, String column) {
        if (value == null) {
            throw new BadInputException("column '" + column + "': an id is null; leave such rows out");
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            return value.toString();
        }
        double number = ((Number) value).doubleValue();
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new BadInputException("column '" + column + "': id " + value
                    + " is not a whole number; ids are whole numbers or strings");
        }
        return Long.toString((long) number);
    }

    /** Names a column whatever characters it has. */
    static String quoted(String column) {
        return "`" + column.replace("`", "``") + "`";
    }

    /** @throws IllegalArgumentException where a column is missing or of another type */
    static void checkIds(StructType schema, String... columns) {
        for (String column : columns) {
            DataType type = type(schema, column);
            if (!(type instanceof NumericType) && !(type instanceof StringType)) {
                throw new IllegalArgumentException("column '" + column + "' is of type " + type.simpleString()
                        + "; ids must be whole numbers or strings");
            }
        }
    }

    /** @throws IllegalArgumentException where the column is missing or not numeric */
    static void checkRatings(StructType schema, String column) {
        if (!column.isEmpty() && !(type(schema, column) instanceof NumericType)) {
            throw new IllegalArgumentException("column '" + column + "' is of type "
                    + type(schema, column).simpleString() + "; ratings must be numbers");
        }
    }

    private static DataType type(StructType schema, String column) {
        int at = Arrays.asList(schema.fieldNames()).indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column '" + column + "'; there are " + schema.size() + ": "
                    + String.join(", ", schema.fieldNames()));
        }
        return schema.fields()[at].dataType();
    }

    /** @throws IllegalArgumentException where there is such a column already */
    static StructType withPrediction(StructType schema, String column) {
        if (Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new IllegalArgumentException("column '" + column + "' exists already; name another predictionCol");
        }
        return schema.add(column, DataTypes.DoubleType, true);
    }

    /** What checkpoint intervals are valid. */
    static Function1<Object, Object> checkpointInterval() {
        return new CheckpointInterval();
    }

    /** −1, or at least 1. A class, for it is serialized with the parameter. */
    private static final class CheckpointInterval extends AbstractFunction1<Object, Object> implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public Object apply(Object value) {
            return (Integer) value == -1 || (Integer) value >= 1;
        }
    }
}
