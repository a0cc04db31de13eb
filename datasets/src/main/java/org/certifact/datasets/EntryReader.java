package org.certifact.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Reads observed entries from files. */
public final class EntryReader {
    private EntryReader() {}

    /**
     * The entries of all the files behind the paths, as one set. Lazy, but for the first lines of files and a count of the lines of text
     * files that are read in several splits.
     *
     * @param paths files, directories (all files below, names that begin with _ or . aside) or globs, of any Hadoop file system
     * @throws BadInputException if something is wrong with the input as a whole; single bad records show in the set when it is evaluated
     */
    public static EntrySet read(SparkSession session, List<String> paths, ReadOptions options) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Configuration configuration = spark.hadoopConfiguration();
        InputFiles files = InputFiles.find(paths, configuration);
        return text(spark, files, delimited(files, configuration, options), Map.of(), options);
    }

    private static EntrySet text(
            JavaSparkContext spark,
            InputFiles files,
            LineParser.Layout layout,
            Map<Integer, Long> declared,
            ReadOptions options) {
        JavaRDD<Parsed> parsed = parse(TextLines.read(spark, files), layout);
        return new EntrySet(parsed, Places.lines(files), declared, options.badRecords());
    }

    static JavaRDD<Parsed> parse(JavaRDD<Line> lines, LineParser.Layout layout) {
        return lines.mapPartitions(part -> new ParsedLines(part, layout.parser()), true);
    }

    private static DelimitedLayout delimited(InputFiles files, Configuration configuration, ReadOptions options) {
        for (int file = 0; file < files.size(); file++) {
            try (TextHead head = TextHead.open(files.path(file), configuration)) {
                DelimitedLayout layout = DelimitedLayout.detect(head, file, files.name(file), options);
                if (layout != null) {
                    return layout;
                }
            } catch (IOException e) {
                throw new BadInputException(files.name(file) + ": cannot be read: " + e.getMessage(), e);
            }
        }
        throw new BadInputException(
                files.size() == 1 ? files.name(0) + ": the file is empty" : "all files are empty");
    }
}
