package org.certifact.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** The numbered lines of text files, spread over the cluster as Hadoop splits the files, so that every core has a part. */
final class TextLines {
    /** Smaller splits are not worth a task. */
    private static final long LEAST_SPLIT = 4 << 20;

    private TextLines() {}

    /** Lazy, but for files of more than one split, whose lines are counted first. */
    static JavaRDD<Line> read(JavaSparkContext spark, InputFiles files) {
        Configuration configuration = ExactFilesInputFormat.naming(files.paths(), spark.hadoopConfiguration());
        long share = files.bytes() / spark.defaultParallelism() + 1;
        configuration.setIfUnset(FileInputFormat.SPLIT_MAXSIZE, Long.toString(Math.max(LEAST_SPLIT, share)));
        Broadcast<InputFiles> shared = spark.broadcast(files);
        Broadcast<LineNumbers> numbers = spark.broadcast(new LineNumbers(count(spark, shared, configuration)));
        return hadoopRdd(spark, configuration)
                .mapPartitionsWithInputSplit(
                        (split, lines) -> {
                            FileSplit part = (FileSplit) split;
                            int file = shared.value().index(part.getPath().toString());
                            long first = numbers.value().first(file, part.getStart());
                            return new SplitLines(
                                    lines, file, first, shared.value().name(file));
                        },
                        true);
    }

    /** The number of lines in the files before each. Counts them, but for a single file. */
    static long[] before(JavaSparkContext spark, InputFiles files) {
        long[] before = new long[files.size()];
        if (files.size() > 1) {
            long[] last = new long[files.size()];
            List<Long> sources = read(spark, files)
                    .mapPartitions(lines -> last(lines).iterator(), true)
                    .setName("lines of each file")
                    .collect();
            for (long source : sources) {
                last[Source.file(source)] = Math.max(last[Source.file(source)], Source.number(source));
            }
            for (int file = 1; file < before.length; file++) {
                before[file] = before[file - 1] + last[file - 1];
            }
        }
        return before;
    }

    /** The place of the last line. */
    private static List<Long> last(Iterator<Line> lines) {
        List<Long> last = new ArrayList<>();
        while (lines.hasNext()) {
            long source = lines.next().source();
            last.clear();
            last.add(source);
        }
        return last;
    }

    private static List<LineNumbers.Count> count(
            JavaSparkContext spark, Broadcast<InputFiles> files, Configuration configuration) {
        List<String> split = splitFiles(configuration);
        if (split.isEmpty()) {
            return List.of();
        }
        return hadoopRdd(spark, ExactFilesInputFormat.naming(split, configuration))
                .mapPartitionsWithInputSplit((part, lines) -> count(files.value(), part, lines), true)
                .setName("lines of each split")
                .collect();
    }

    private static Iterator<LineNumbers.Count> count(
            InputFiles files, InputSplit split, Iterator<Tuple2<LongWritable, Text>> lines) {
        FileSplit part = (FileSplit) split;
        long count = 0;
        for (; lines.hasNext(); lines.next()) {
            count++;
        }
        int file = files.index(part.getPath().toString());
        return Stream.of(new LineNumbers.Count(file, part.getStart(), count)).iterator();
    }

    /** The files that are read in more than one split. */
    private static List<String> splitFiles(Configuration configuration) {
        try {
            Set<String> seen = new HashSet<>();
            return ExactFilesInputFormat.splits(configuration).stream()
                    .map(split -> ((FileSplit) split).getPath().toString())
                    .filter(path -> !seen.add(path))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException("the input files cannot be split: " + e.getMessage(), e);
        }
    }

    private static JavaNewHadoopRDD<LongWritable, Text> hadoopRdd(JavaSparkContext spark, Configuration configuration) {
        return (JavaNewHadoopRDD<LongWritable, Text>)
                spark.newAPIHadoopRDD(configuration, ExactFilesInputFormat.class, LongWritable.class, Text.class);
    }
}
