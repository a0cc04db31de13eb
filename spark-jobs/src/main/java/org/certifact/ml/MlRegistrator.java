package org.certifact.ml;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.serializer.KryoRegistrator;

/** The classes of this package, and those that Spark ML does not register itself, that travel between executors. */
public final class MlRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        // In the schemas of Parquet files, which tasks read and send
        kryo.register(SQLDataTypes.VectorType().getClass());
        kryo.register(PackedRows.class);
        kryo.register(PackedRows.Source.class);
        kryo.register(Ranked.class);
        kryo.register(String[][].class);
        // sums of ranking metrics
        kryo.register(org.apache.spark.util.StatCounter.class);
        // small, and full of collections that Kryo cannot make
        kryo.register(VectorTally.class, new JavaSerializer());
    }
}
