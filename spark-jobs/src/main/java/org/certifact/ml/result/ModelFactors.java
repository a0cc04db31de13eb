package org.certifact.ml.result;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.certifact.matrix.FactorRow;
import org.certifact.matrix.FactorTable;
import org.certifact.solver.CentredData;
import org.certifact.solver.Factors;

/**
 * A model as tables.
 *
 * @param rows id, bias, factors of each row of the matrix
 * @param columns the same of each column
 */
public record ModelFactors(Dataset<Row> rows, Dataset<Row> columns, ModelConstants constants) {

    /** Keeps the factors of a fit as tables of a session; the factors may then be let go. */
    public static ModelFactors keep(SparkSession spark, CentredData data, Factors factors, ModelConstants constants) {
        return new ModelFactors(
                kept(
                        spark,
                        data.matrix().rowIds(),
                        FactorTable.rows(data.matrix().rowIds(), data.offsets().rows(), factors.u())),
                columns(spark, data, factors),
                constants);
    }

    private static Dataset<Row> columns(SparkSession spark, CentredData data, Factors factors) {
        return kept(
                spark,
                data.matrix().columnIds(),
                FactorTable.rows(data.matrix().columnIds(), data.offsets().columns(), factors.v()));
    }

    /** The same where the rows of U are sparse codes. */
    public static ModelFactors keepCodes(
            SparkSession spark, CentredData data, Factors factors, ModelConstants constants) {
        JavaRDD<String[]> ids = data.matrix().rowIds();
        JavaRDD<FactorRow> codes = FactorTable.rows(ids, data.offsets().rows(), factors.u());
        return new ModelFactors(
                FactorFiles.sparseFrame(spark, kept(codes), FactorFiles.idType(ids)),
                columns(spark, data, factors),
                constants);
    }

    private static Dataset<Row> kept(SparkSession spark, JavaRDD<String[]> ids, JavaRDD<FactorRow> rows) {
        return FactorFiles.frame(spark, kept(rows), FactorFiles.idType(ids));
    }

    private static JavaRDD<FactorRow> kept(JavaRDD<FactorRow> rows) {
        rows.persist(StorageLevel.MEMORY_AND_DISK()).setName("model").count();
        return rows;
    }

    /** Reads the tables of a result directory. */
    public static ModelFactors read(SparkSession spark, String path) {
        ModelConstants constants =
                SavedResult.constants(path, spark.sparkContext().hadoopConfiguration());
        return new ModelFactors(
                spark.read().parquet(path + "/" + SavedResult.ROWS),
                spark.read().parquet(path + "/" + SavedResult.COLUMNS),
                constants);
    }

    /**
     * Writes the files of a result directory.
     *
     * @param report null where the factors are not those of a run
     */
    public void write(String path, Report report) {
        long fingerprint =
                write(rows, path + "/" + SavedResult.ROWS) + 31 * write(columns, path + "/" + SavedResult.COLUMNS);
        text(path, ModelConstants.FILE, constants.toJson());
        if (report != null) {
            text(path, Report.FILE, report.withFingerprint(fingerprint).toJson());
        }
    }

    private static long write(Dataset<Row> table, String path) {
        FactorFiles.writeParquet(table.sort("id"), path);
        return FactorFiles.fingerprint(FactorFiles.read(table.sparkSession(), path));
    }

    private void text(String path, String name, String content) {
        Path file = new Path(path, name);
        Configuration hadoop = rows.sparkSession().sparkContext().hadoopConfiguration();
        try (OutputStream out = file.getFileSystem(hadoop).create(file, false)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
