package org.certifact.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Data that come with the program: on the class path of every executor. */
public final class BuiltInData {
    private static final String SENATE_109 = "/org/certifact/datasets/senate109/votes.csv.gz";

    private BuiltInData() {}

    /**
     * Roll-call votes of the 109th United States Senate (2005-2006): 102 senators, 645 roll calls, 62,857 votes, yea 1 and nay -1; the
     * rest were absent or not in office. Data by Keith Poole, voteview.com.
     */
    public static EntrySet senate109(JavaSparkContext spark) {
        return read(spark, SENATE_109);
    }

    private static EntrySet read(JavaSparkContext spark, String resource) {
        InputFiles file = InputFiles.of(List.of(resource));
        DelimitedLayout layout;
        try (TextHead head = open(resource)) {
            layout = DelimitedLayout.detect(head, 0, file.name(0), ReadOptions.defaults());
        } catch (IOException e) {
            throw new IllegalStateException(resource + ": cannot be read: " + e.getMessage(), e);
        }
        JavaRDD<Line> lines = spark.parallelize(List.of(resource), 1)
                .flatMap(name -> lines(name).iterator());
        JavaRDD<Parsed> parsed = EntryReader.parse(lines, layout);
        return new EntrySet(parsed, Places.lines(file), Map.of(), BadRecordPolicy.FAIL);
    }

    private static List<Line> lines(String resource) {
        List<Line> lines = new ArrayList<>();
        try (TextHead text = open(resource)) {
            for (String line = text.next(); line != null; line = text.next()) {
                lines.add(new Line(Source.encode(0, text.number()), line));
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(resource + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static TextHead open(String resource) throws IOException {
        InputStream stream = BuiltInData.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is missing from the class path; build the program again");
        }
        return TextHead.of(new GZIPInputStream(stream));
    }
}
