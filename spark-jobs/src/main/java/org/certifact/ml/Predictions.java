package org.certifact.ml;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.certifact.ml.result.ModelFactors;
import scala.collection.Seq;

/** The predictions of a model for the users and items of a data frame: two joins and a dot product. */
final class Predictions {
    private static final String PREFIX = "certifact_";

    private final ModelFactors factors;
    private final String user;
    private final String item;
    private final ColdStart coldStart;

    Predictions(ModelFactors factors, String user, String item, ColdStart coldStart) {
        this.factors = factors;
        this.user = user;
        this.item = item;
        this.coldStart = coldStart;
    }

    /** The frame with a column of predictions. */
    Dataset<Row> append(Dataset<?> ratings, String prediction) {
        StructType schema = ratings.schema();
        boolean wholeUsers = joinsAsLong(schema, user, factors.rows());
        boolean wholeItems = joinsAsLong(schema, item, factors.columns());
        Dataset<Row> keyed = ratings.withColumn(PREFIX + "u", key(ratings, user, wholeUsers))
                .withColumn(PREFIX + "i", key(ratings, item, wholeItems));
        Dataset<Row> joined = keyed.join(side(factors.rows(), "u", wholeUsers), PREFIX + "u", "left")
                .join(side(factors.columns(), "i", wholeItems), PREFIX + "i", "left");
        if (coldStart == ColdStart.DROP) {
            joined = joined.where(functions
                    .col(PREFIX + "u_factors")
                    .isNotNull()
                    .and(functions.col(PREFIX + "i_factors").isNotNull()));
        }
        Column[] output = new Column[schema.size() + 1];
        for (int k = 0; k < schema.size(); k++) {
            output[k] = functions.col(RatingEntries.quoted(schema.fieldNames()[k]));
        }
        output[schema.size()] = udf().apply(
                        functions.col(PREFIX + "u_bias"),
                        functions.col(PREFIX + "u_factors"),
                        functions.col(PREFIX + "i_bias"),
                        functions.col(PREFIX + "i_factors"))
                .as(prediction);
        return joined.select(output);
    }

    /** "007" is not 7: strings are compared as they are. */
    static boolean joinsAsLong(StructType schema, String column, Dataset<Row> table) {
        return !(schema.apply(column).dataType() instanceof StringType)
                && table.schema().apply("id").dataType().equals(DataTypes.LongType);
    }

    static Column key(Dataset<?> frame, String column, boolean whole) {
        Column id = frame.col(RatingEntries.quoted(column));
        DataType type = frame.schema().apply(column).dataType();
        Column checked = functions
                .when(
                        id.isNull(),
                        functions.raise_error(
                                functions.lit("column '" + column + "': an id is null; leave such rows out")))
                .otherwise(id);
        if (type instanceof FloatType || type instanceof DoubleType || type instanceof DecimalType) {
            checked = functions
                    .when(
                            id.isNotNull().and(id.notEqual(functions.floor(id))),
                            functions.raise_error(functions.concat(
                                    functions.lit("column '" + column + "': id "),
                                    id.cast(DataTypes.StringType),
                                    functions.lit(" is not a whole number; ids are whole numbers or strings"))))
                    .otherwise(checked)
                    .cast(DataTypes.LongType);
        }
        return checked.cast(whole ? DataTypes.LongType : DataTypes.StringType);
    }

    private static Dataset<Row> side(Dataset<Row> table, String name, boolean whole) {
        return table.select(
                functions
                        .col("id")
                        .cast(whole ? DataTypes.LongType : DataTypes.StringType)
                        .as(PREFIX + name),
                functions.col("bias").as(PREFIX + name + "_bias"),
                functions.col("factors").as(PREFIX + name + "_factors"));
    }

    private UserDefinedFunction udf() {
        double mean = factors.constants().mean();
        boolean always = coldStart == ColdStart.BIAS;
        UDF4<Double, Seq<Double>, Double, Seq<Double>, Double> predict = (b, u, c, v) -> {
            if (u == null || v == null) {
                return always ? mean + (b == null ? 0 : b) + (c == null ? 0 : c) : Double.NaN;
            }
            double dot = 0;
            for (int k = 0; k < u.length(); k++) {
                dot += u.apply(k) * v.apply(k);
            }
            return mean + b + c + dot;
        };
        return functions.udf(predict, DataTypes.DoubleType).asNonNullable();
    }
}
