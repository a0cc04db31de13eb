package org.certifact.datasets;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** The rows of delimited text. */
final class DelimitedTable {
    private DelimitedTable() {}

    static DenseTable read(JavaSparkContext spark, InputFiles files, TableOptions options) {
        TableLayout layout = layout(files, spark.hadoopConfiguration(), options);
        JavaRDD<Parsed> parsed = EntryReader.parse(TextLines.read(spark, files), layout);
        TableSurvey survey = TableSurvey.of(parsed, Places.lines(files), layout.columns());
        return survey.table(layout.columns().namesRows() ? parsed.map(row -> (DenseRow) row) : survey.numbered(parsed));
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
