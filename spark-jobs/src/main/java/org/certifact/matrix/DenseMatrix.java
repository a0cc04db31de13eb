package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.DenseRow;
import scala.Tuple2;

/**
 * Builds the blocks of a dense matrix: cells stay cells, in dense blocks by rows and, transposed, by columns. Ids are
 * placed as those of entries are, so an answer does not depend on how the data came.
 */
public final class DenseMatrix {
    private DenseMatrix() {}

    /**
     * @param rows each of columnIds.length finite values
     * @throws org.certifact.datasets.BadInputException where two rows have the same id
     */
    public static BlockMatrix build(JavaRDD<DenseRow> rows, String[] columnIds, int rowBlocks, int columnBlocks) {
        int[] columnOrder = columnOrder(columnIds, columnBlocks);
        JavaRDD<DenseTile> tiles = rows.mapToPair(r -> new Tuple2<>(IdOrder.block(r.id(), rowBlocks), r))
                .partitionBy(new BlockPartitioner(rowBlocks))
                .values()
                .mapPartitionsWithIndex(
                        (p, part) -> List.of(DenseTile.of(p, part, columnOrder)).iterator(), true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<String[]> rowIds = BlockMatrix.named(tiles.map(DenseTile::ids), "row ids");
        JavaSparkContext context = JavaSparkContext.fromSparkContext(rows.context());
        List<String[]> names = columnNames(columnIds, columnOrder, columnBlocks);
        JavaRDD<String[]> columnNames = BlockMatrix.named(context.parallelize(names, columnBlocks), "column ids");
        int[] rowOffsets = BlockMatrix.offsets(rowIds);
        int[] columnOffsets = offsets(names);

        JavaRDD<DataBlock> byRows = BlockMatrix.named(tiles.map(t -> t.data(columnOffsets)), "data by rows");
        JavaRDD<DataBlock> byColumns = BlockMatrix.named(
                tiles.mapPartitionsToPair(
                                t -> t.next().transposed(columnOffsets).iterator())
                        .partitionBy(new BlockPartitioner(columnBlocks))
                        .values()
                        .mapPartitionsWithIndex(
                                (q, inbox) -> List.of(DenseTile.columns(
                                                columnOffsets[q + 1] - columnOffsets[q], inbox, rowOffsets))
                                        .iterator(),
                                true),
                "data by columns");
        BlockMatrix matrix = new BlockMatrix(
                new GroupedMatrix(byRows, everyRow(context, columnOffsets, rowBlocks), rowOffsets),
                new GroupedMatrix(byColumns, everyRow(context, rowOffsets, columnBlocks), columnOffsets),
                rowIds,
                columnNames,
                Totals.of(byRows),
                Coverage.COMPLETE);
        byColumns.count();
        tiles.unpersist(false);
        return matrix;
    }

    /** Column numbers in the order of their blocks, and of their ids within one. */
    private static int[] columnOrder(String[] ids, int blocks) {
        return IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(j -> IdOrder.block(ids[j], blocks))
                        .thenComparing(j -> ids[j], IdOrder.BY_VALUE))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<String[]> columnNames(String[] ids, int[] order, int blocks) {
        List<List<String>> names = new ArrayList<>();
        for (int q = 0; q < blocks; q++) {
            names.add(new ArrayList<>());
        }
        Arrays.stream(order)
                .forEach(j -> names.get(IdOrder.block(ids[j], blocks)).add(ids[j]));
        return names.stream().map(list -> list.toArray(String[]::new)).toList();
    }

    private static int[] offsets(List<String[]> names) {
        int[] offsets = new int[names.size() + 1];
        for (int q = 0; q < names.size(); q++) {
            offsets[q + 1] = offsets[q] + names.get(q).length;
        }
        return offsets;
    }

    /** Routes that send every row of every block to every block of the other side. */
    private static JavaRDD<Routes> everyRow(JavaSparkContext context, int[] offsets, int destinations) {
        List<Integer> blocks = IntStream.range(0, offsets.length - 1).boxed().toList();
        return BlockMatrix.named(
                context.parallelize(blocks, blocks.size()).map(q -> {
                    int[] all = IntStream.range(0, offsets[q + 1] - offsets[q]).toArray();
                    return new Routes(q, Collections.nCopies(destinations, all).toArray(int[][]::new));
                }),
                "routes");
    }
}
