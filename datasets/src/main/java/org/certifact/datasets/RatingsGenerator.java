package org.certifact.datasets;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes ratings on the executors. The same options make the same entries in any number of partitions. */
public final class RatingsGenerator {
    private RatingsGenerator() {}

    /** The entries, lazily: made anew each time they are evaluated. @param partitions that the rows are spread over */
    public static EntrySet generate(JavaSparkContext spark, PlantedRatings spec, int partitions) {
        PlantedRows rows = new PlantedRows(spec);
        int all = spec.rows();
        List<Integer> parts = IntStream.range(0, partitions).boxed().toList();
        JavaRDD<Parsed> entries = spark.parallelize(parts, partitions).mapPartitions(part -> {
            long p = part.next();
            return rows.entries((int) (p * all / partitions), (int) ((p + 1) * all / partitions))
                    .iterator();
        });
        return new EntrySet(
                entries, Places.records(InputFiles.of(List.of("generated ratings"))), Map.of(), BadRecordPolicy.FAIL);
    }
}
