package org.certifact.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Reads dense numeric tables from files. */
public final class TableReader {
    private TableReader() {}

    /**
     * The rows of all the files behind the paths, one file after the other, as one table. One pass over the input checks it whole; the rows
     * are parsed again when they are evaluated.
     *
     * @param paths files, directories (all files below, names that begin with _ or . aside) or globs, of any Hadoop file system
     * @throws BadInputException if something is wrong with the input: a value that is not finite or no number, a row that is too short or
     *     too long, two rows or two columns of one name, no rows. Missing cells are no error, see {@link DenseTable#checkComplete}
     */
    public static DenseTable read(SparkSession session, List<String> paths, TableOptions options) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Configuration configuration = spark.hadoopConfiguration();
        InputFiles files = InputFiles.find(paths, configuration);
        Optional<TableFormat> asked = Optional.of(options.format()).filter(format -> format != TableFormat.AUTO);
        return switch (new FormatDetector<>(new TableFormatSigns(), configuration).detect(files, asked)) {
            case TEXT, AUTO -> text(spark, files, options);
            case NPY -> npy(spark, files, options);
            case MATRIX_MARKET, PARQUET -> throw new UnsupportedOperationException("TODO");
        };
    }

    private static DenseTable text(JavaSparkContext spark, InputFiles files, TableOptions options) {
        TableLayout layout = layout(files, spark.hadoopConfiguration(), options);
        Places places = Places.lines(files);
        JavaRDD<Parsed> parsed = EntryReader.parse(TextLines.read(spark, files), layout);
        TableSurvey survey = TableSurvey.of(parsed, places, layout.columns());
        survey.check();
        long[] before = survey.beforePartitions();
        JavaRDD<DenseRow> rows = layout.columns().namesRows()
                ? parsed.map(row -> (DenseRow) row)
                : parsed.mapPartitionsWithIndex((index, part) -> new NumberedRows(part, before[index]), true);
        return table(rows, survey, layout.columns(), places);
    }

    private static DenseTable npy(JavaSparkContext spark, InputFiles files, TableOptions options) {
        String where = files.name(0);
        refuseRowNames(where, options);
        List<NpyHeader> headers = NpyTable.headers(files, spark.hadoopConfiguration());
        TableColumns columns = TableColumns.find(List.of(), headers.get(0).columns(), 0, options.leftOut(), where);
        Places places = Places.rows(files);
        JavaRDD<Parsed> parsed = NpyTable.read(spark, files, headers, columns);
        TableSurvey survey = TableSurvey.of(parsed, places, columns);
        survey.check();
        long[] before = survey.beforePartitions();
        return table(
                parsed.mapPartitionsWithIndex((index, part) -> new NumberedRows(part, before[index]), true),
                survey,
                columns,
                places);
    }

    private static void refuseRowNames(String where, TableOptions options) {
        if (options.rowNames() == RowNames.YES) {
            throw new BadInputException(where + ": holds numbers only, so no column names the rows;"
                    + " leave --row-names out to number them");
        }
    }

    private static DenseTable table(JavaRDD<DenseRow> rows, TableSurvey survey, TableColumns columns, Places places) {
        if (columns.namesRows()) {
            RowNameCheck.check(rows, places);
        }
        return new DenseTable(
                rows.setName("rows of " + places.title()),
                survey.rows(),
                columns.ids(),
                places,
                survey.missing(),
                Optional.empty());
    }

    /** By the first lines of the first file that has one. */
    private static TableLayout layout(InputFiles files, Configuration configuration, TableOptions options) {
        for (int file = 0; file < files.size(); file++) {
            try (TextHead head = TextHead.open(files.path(file), configuration)) {
                TableLayout layout = TableLayout.detect(head, file, files.name(file), options);
                if (layout != null) {
                    return layout;
                }
            } catch (IOException e) {
                throw new BadInputException(files.name(file) + ": cannot be read: " + e.getMessage(), e);
            }
        }
        throw new BadInputException(
                files.size() == 1
                        ? files.name(0) + ": the file is empty"
                        : files.name(0) + " and all others are empty");
    }
}
