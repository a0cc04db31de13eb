package org.certifact.ml;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Row;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ParquetRecords;
import scala.Tuple2;

/** Reads all records once and refuses what is no matrix. */
final class VectorSurvey {
    private VectorSurvey() {}

    /** @throws BadInputException if there is no record, if one is bad, or if two differ in size */
    static VectorTally of(JavaPairRDD<Long, Row> rows, ParquetRecords records) {
        VectorTally tally = rows
                .mapPartitions(part -> Stream.of(VectorTally.of(part)).iterator(), true)
                .setName("survey of " + records.title())
                .collect()
                .stream()
                .reduce(new VectorTally(), VectorTally::plus);
        if (!tally.problem().isEmpty()) {
            throw new BadInputException(records.where(tally.firstProblem()) + ": " + tally.problem());
        }
        if (tally.records() == 0) {
            throw new BadInputException(records.title() + ": no records");
        }
        checkSizes(tally.firstOfSize(), records);
        return tally;
    }

    private static void checkSizes(Map<Integer, Long> firstOfSize, ParquetRecords records) {
        var sizes = firstOfSize.entrySet().stream()
                .sorted(Comparator.comparingLong(Map.Entry::getValue))
                .toList();
        if (sizes.size() > 1) {
            throw new BadInputException(records.where(sizes.get(1).getValue()) + ": the vector has "
                    + sizes.get(1).getKey() + " values, must have "
                    + sizes.get(0).getKey() + " as in "
                    + records.where(sizes.get(0).getValue()));
        }
        if (sizes.get(0).getKey() == 0) {
            throw new BadInputException(records.title() + ": the vectors have no values");
        }
    }

    /** @throws BadInputException if two records have one id */
    static void checkIds(JavaPairRDD<Long, Row> rows, ParquetRecords records) {
        rows.mapToPair(record -> new Tuple2<>(record._2().getString(VectorRows.ID), 1L))
                .reduceByKey(Long::sum)
                .filter(id -> id._2() > 1)
                .keys()
                .takeOrdered(1)
                .forEach(id -> {
                    throw new BadInputException(records.title() + ": two records have the id '" + id
                            + "'; change one, or name no column of ids to number the records");
                });
    }
}
