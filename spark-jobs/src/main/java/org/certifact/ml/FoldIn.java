package org.certifact.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Entry;
import org.certifact.matrix.FactorRow;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.ModelConstants;
import org.certifact.solver.Centering;
import org.certifact.solver.OffsetFit;
import org.certifact.solver.RowFit;
import scala.Tuple2;

/**
 * Rows of one side for new or more ratings, the other side as it is: the bias as it is fitted, then the row's own convex
 * problem, with the weight that its number of ratings gives it.
 */
final class FoldIn {
    private final ModelConstants constants;

    FoldIn(ModelConstants constants) {
        this.constants = constants;
    }

    /**
     * The table with the rows that the entries name, new or instead of old ones.
     *
     * @param entries all ratings of these rows; the side that changes is their row
     * @param own id, bias, factors of that side
     * @param other the same of the other side
     * @throws BadInputException if an entry names a column that the other side does not have
     */
    Dataset<Row> into(Dataset<Row> own, JavaRDD<Entry> entries, Dataset<Row> other) {
        ModelConstants model = constants;
        JavaPairRDD<String, FactorRow> changed = entries.mapToPair(e -> new Tuple2<>(e.column(), e))
                .leftOuterJoin(byId(other))
                .mapToPair(pair -> met(pair._2()._1(), pair._2()._2()))
                .groupByKey()
                .mapToPair(row -> new Tuple2<>(row._1(), fit(row._1(), row._2(), model)));
        JavaRDD<FactorRow> all = byId(own)
                .subtractByKey(changed)
                .union(changed)
                .values()
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("model with rows folded in");
        return Causes.ofBadInput(() -> FactorFiles.frame(
                own.sparkSession(), all, FactorFiles.idType(all.map(row -> new String[] {row.id()}))));
    }

    private static JavaPairRDD<String, FactorRow> byId(Dataset<Row> table) {
        return FactorFiles.rows(table).mapToPair(row -> new Tuple2<>(row.id(), row));
    }

    private static Tuple2<String, Tuple2<Double, FactorRow>> met(Entry entry, Optional<FactorRow> other) {
        if (!other.isPresent()) {
            throw new BadInputException("'" + entry.row() + "' has rated or was rated by '" + entry.column()
                    + "', which the model does not have; leave such ratings out, or fit with initialModel");
        }
        return new Tuple2<>(entry.row(), new Tuple2<>(entry.value(), other.get()));
    }

    private static FactorRow fit(String id, Iterable<Tuple2<Double, FactorRow>> met, ModelConstants model) {
        List<Tuple2<Double, FactorRow>> all = new ArrayList<>();
        met.forEach(all::add);
        // an order that does not depend on how they came
        all.sort(java.util.Comparator.comparing(m -> m._2().id()));
        int count = all.size();
        int rank = model.rank();
        double[] values = new double[count];
        double[] v = new double[count * rank];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            FactorRow other = all.get(k)._2();
            values[k] = all.get(k)._1() - model.mean() - other.bias();
            sum += values[k];
            System.arraycopy(other.factors(), 0, v, k * rank, rank);
        }
        double bias = model.center() == Centering.BIAS ? OffsetFit.damped(sum, count) : 0;
        for (int k = 0; k < count; k++) {
            values[k] -= bias;
        }
        return new FactorRow(id, bias, RowFit.of(v, values, rank, model.lambda() * Math.pow(count, model.weighting())));
    }
}
