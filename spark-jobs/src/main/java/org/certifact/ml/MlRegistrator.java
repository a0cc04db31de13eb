package org.certifact.ml;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.serializer.KryoRegistrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The classes of this package, and those that Spark ML does not register itself, that travel between executors. */
public final class MlRegistrator implements KryoRegistrator {
    private static final Logger LOG = LoggerFactory.getLogger(MlRegistrator.class);

    /** What MLlib's ALS sends or saves, mostly private to it: a peer should not write class names with every message. */
    private static final List<String> ALS = List.of(
            "org.apache.spark.ml.recommendation.ALS$Rating",
            "[Lorg.apache.spark.ml.recommendation.ALS$Rating;",
            "org.apache.spark.ml.recommendation.ALS$Rating$mcI$sp",
            "org.apache.spark.ml.recommendation.ALS$RatingBlock",
            "org.apache.spark.ml.recommendation.ALS$RatingBlock$mcI$sp",
            "org.apache.spark.ml.recommendation.ALS$UncompressedInBlock",
            "org.apache.spark.ml.recommendation.ALS$UncompressedInBlock$mcI$sp",
            "org.apache.spark.ml.recommendation.ALS$InBlock",
            "org.apache.spark.ml.recommendation.ALS$InBlock$mcI$sp",
            "org.apache.spark.HashPartitioner",
            "[[F",
            "[[I");

    @Override
    public void registerClasses(Kryo kryo) {
        // In the schemas of Parquet files, which tasks read and send
        kryo.register(SQLDataTypes.VectorType().getClass());
        // small, and full of collections that Kryo cannot make
        kryo.register(VectorTally.class, new JavaSerializer());
        ALS.forEach(name -> registerIfThere(kryo, name));
    }

    /** A Spark whose ALS has other private classes is still good for all else. */
    private static void registerIfThere(Kryo kryo, String name) {
        try {
            kryo.register(Class.forName(name, false, MlRegistrator.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            LOG.debug("{} is not in this Spark", name, e);
        }
    }
}
