package org.certifact.datasets;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** The records of Parquet files with their places, for columns of types that this package does not know. */
public final class ParquetRecords {
    private final Dataset<Row> table;
    private final InputFiles files;

    private ParquetRecords(Dataset<Row> table, InputFiles files) {
        this.table = table;
        this.files = files;
    }

    /**
     * Opens the files and reads their schema.
     *
     * @param paths files, directories (all files below, names that begin with _ or . aside) or globs, of any Hadoop file system
     * @throws BadInputException if there are no files, or if they are not Parquet
     */
    public static ParquetRecords open(SparkSession session, List<String> paths) {
        InputFiles files = InputFiles.find(paths, session.sparkContext().hadoopConfiguration());
        return new ParquetRecords(ParquetFiles.open(session, paths, files), files);
    }

    /** The columns that there are. */
    public List<StructField> fields() {
        return Arrays.asList(table.schema().fields());
    }

    /**
     * The column of that name.
     *
     * @throws BadInputException if there is none
     */
    public StructField field(String name) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BadInputException(files.name(0) + ": no column '" + name + "'; there are " + fields().size()
                                + ": " + String.join(", ", table.schema().fieldNames())));
    }

    /** The values of a column as they are stored. */
    public Column values(StructField field) {
        return ParquetFiles.column(table, field);
    }

    /**
     * The values of a column as ids.
     *
     * @throws BadInputException if they are neither whole numbers nor strings
     */
    public Column ids(StructField field) {
        if (!(field.dataType() instanceof StringType) && !ParquetFiles.isWhole(field.dataType())) {
            throw ParquetFiles.mistyped(field, files.name(0), "ids must be whole numbers or strings");
        }
        return ParquetFiles.column(table, field).cast(DataTypes.StringType);
    }

    /** The given columns of every record, lazily, by its place, see {@link Source}. Several files may come mixed. */
    public JavaPairRDD<Long, Row> select(List<Column> columns) {
        Column[] needed = Arrays.copyOf(columns.toArray(Column[]::new), columns.size() + 2);
        needed[columns.size()] = ParquetFiles.file(table);
        needed[columns.size() + 1] = ParquetFiles.number(table);
        Broadcast<InputFiles> shared = JavaSparkContext.fromSparkContext(
                        table.sparkSession().sparkContext())
                .broadcast(files);
        int last = columns.size();
        return table.select(needed)
                .toJavaRDD()
                .mapPartitions(rows -> new PlacedRows(rows, shared.value(), last), true)
                .mapToPair(record -> record);
    }

    /** The number of files. */
    public int fileCount() {
        return files.size();
    }

    /** The place of a record, as {@code vectors.parquet: record 7}. */
    public String where(long source) {
        return Places.records(files).where(source);
    }

    /** The files, for a title: {@code part-0.parquet and 3 more}. */
    public String title() {
        return Places.records(files).title();
    }
}
