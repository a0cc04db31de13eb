package org.certifact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A factor's Parquet directory, to tamper with. */
record ParquetFactor(Path directory) {

    static ParquetFactor of(StoredResult result, String name) {
        return new ParquetFactor(result.directory().resolve(name));
    }

    /** The ids, in the order of the rows. */
    List<String> ids() throws IOException {
        try (SparkSession spark = Contents.session()) {
            return spark.read().parquet(directory.toString()).collectAsList().stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList();
        }
    }

    /** Multiplies the first number of the first row; all else stays. */
    void scaleOneNumber(double by) throws IOException {
        Path rewritten = directory.resolveSibling("rewritten");
        try (SparkSession spark = Contents.session()) {
            var table = spark.read().parquet(directory.toString());
            StructType schema = table.schema();
            List<Row> rows = new ArrayList<>(table.collectAsList());
            Row first = rows.get(0);
            List<Double> factors = new ArrayList<>(first.getList(2));
            factors.set(0, factors.get(0) * by);
            rows.set(0, RowFactory.create(first.get(0), first.get(1), factors.toArray()));
            spark.createDataFrame(rows, schema).coalesce(1).write().parquet(rewritten.toString());
        }
        FileUtils.deleteDirectory(directory.toFile());
        Files.move(rewritten, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
