package org.certifact.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** The rows of Matrix Market array files, which hold one entry a line, column after column; a shuffle brings them together. */
final class ArrayTable {
    private ArrayTable() {}

    static DenseTable read(JavaSparkContext spark, InputFiles files, TableOptions options) {
        options.refuseRowNames(files.name(0));
        List<MatrixMarketHeader> headers =
                MatrixMarketHeader.ofAll(files, spark.hadoopConfiguration(), MatrixMarketHeader::readArray);
        int width = width(files, headers);
        TableColumns columns = TableColumns.find(List.of(), width, 0, options.leftOut(), files.name(0));
        JavaRDD<Parsed> entries = EntryReader.parse(TextLines.read(spark, files), new ArrayParser.Layout(headers));
        TableSurvey lines = TableSurvey.of(
                entries, Places.lines(files), TableColumns.find(List.of(), 1, 0, List.of(), files.name(0)));
        lines.check();
        for (int file = 0; file < files.size(); file++) {
            DeclaredCount.check(files.name(file), headers.get(file).entries(), lines.rows(file));
        }
        long[] before = new long[files.size()];
        for (int file = 1; file < before.length; file++) {
            before[file] = before[file - 1] + headers.get(file - 1).rows();
        }
        long rows = headers.stream().mapToLong(MatrixMarketHeader::rows).sum();
        RowOrder order = new RowOrder(before, rows, entries.getNumPartitions());
        JavaRDD<Parsed> table = rows(cells(entries, lines, headers), order, columns);
        TableSurvey survey = TableSurvey.of(table, Places.rows(files), columns);
        return survey.table(survey.numbered(table));
    }

    private static int width(InputFiles files, List<MatrixMarketHeader> headers) {
        long first = headers.get(0).columns();
        for (int file = 1; file < files.size(); file++) {
            if (headers.get(file).columns() != first) {
                throw new BadInputException(files.name(file) + ": has "
                        + headers.get(file).columns() + " columns, " + files.name(0) + " has " + first
                        + "; give files of one width");
            }
        }
        return (int) first;
    }

    /** Every cell of the matrices, by the place of its row. */
    private static JavaPairRDD<Long, ArrayCell> cells(
            JavaRDD<Parsed> entries, TableSurvey lines, List<MatrixMarketHeader> headers) {
        long[] beforePartitions = lines.beforePartitions();
        long[] beforeFiles = lines.beforeFiles(headers.size());
        return entries.mapPartitionsWithIndex(
                        (partition, part) -> new ArrayCells(part, beforePartitions[partition], beforeFiles, headers),
                        true)
                .flatMapToPair(List::iterator);
    }

    private static JavaRDD<Parsed> rows(JavaPairRDD<Long, ArrayCell> cells, RowOrder order, TableColumns columns) {
        return cells.groupByKey(order).mapPartitions(part -> sorted(part, columns), true);
    }

    private static Iterator<Parsed> sorted(Iterator<Tuple2<Long, Iterable<ArrayCell>>> part, TableColumns columns) {
        List<Parsed> rows = new ArrayList<>();
        while (part.hasNext()) {
            Tuple2<Long, Iterable<ArrayCell>> row = part.next();
            // what no entry gives is the diagonal of a skew-symmetric matrix
            double[] all = new double[columns.width()];
            row._2().forEach(cell -> all[cell.column()] = cell.value());
            double[] values = IntStream.range(0, columns.size())
                    .mapToDouble(column -> all[columns.field(column)])
                    .toArray();
            rows.add(new DenseRow("", values, row._1()));
        }
        rows.sort(Comparator.comparingLong(Parsed::source));
        return rows.iterator();
    }
}
