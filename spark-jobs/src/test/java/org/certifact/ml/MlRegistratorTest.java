package org.certifact.ml;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.StatCounter;
import org.certifact.matrix.FactorRow;
import org.certifact.matrix.KryoRoundTripContract;
import scala.Tuple2;

class MlRegistratorTest extends KryoRoundTripContract {
    @Override
    protected KryoRegistrator registrator() {
        return new MlRegistrator();
    }

    @Override
    protected List<Object> examples() {
        FactorRow source = new FactorRow("user", 0.5, new double[] {1, 2});
        Row row = RowFactory.create(Vectors.dense(1, 2), "a");
        return List.of(
                SQLDataTypes.VectorType(),
                new PackedRows.Source(source, new String[] {"item"}),
                PackedRows.pack(
                                List.of(new PackedRows.Source(source, new String[0]))
                                        .iterator(),
                                2)
                        .next(),
                new Ranked(new String[] {"item"}, new double[] {2}),
                new String[][] {{"a"}, {}},
                new StatCounter().merge(2.5),
                VectorTally.of(List.of(new Tuple2<>(1L, row)).iterator()));
    }
}
