package org.certifact.ml;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.certifact.matrix.KryoRoundTripContract;
import scala.Tuple2;

class MlRegistratorTest extends KryoRoundTripContract {
    @Override
    protected KryoRegistrator registrator() {
        return new MlRegistrator();
    }

    @Override
    protected List<Object> examples() {
        Row row = RowFactory.create(Vectors.dense(1, 2), "a");
        return List.of(
                SQLDataTypes.VectorType(),
                VectorTally.of(List.of(new Tuple2<>(1L, row)).iterator()));
    }
}
