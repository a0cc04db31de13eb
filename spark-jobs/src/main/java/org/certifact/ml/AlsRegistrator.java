package org.certifact.ml;

import com.esotericsoftware.kryo.Kryo;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What MLlib's ALS and evaluators send or save, mostly private to it: registered, so that a peer need not write class names. */
public final class AlsRegistrator implements KryoRegistrator {
    private static final Logger LOG = LoggerFactory.getLogger(AlsRegistrator.class);

    private static final List<String> CLASSES = List.of(
            "org.apache.spark.ml.recommendation.ALS$Rating",
            "org.apache.spark.ml.recommendation.ALS$Rating$mcI$sp",
            "[Lorg.apache.spark.ml.recommendation.ALS$Rating;",
            "org.apache.spark.ml.recommendation.ALS$RatingBlock",
            "org.apache.spark.ml.recommendation.ALS$RatingBlock$mcI$sp",
            "org.apache.spark.ml.recommendation.ALS$InBlock",
            "org.apache.spark.ml.recommendation.ALS$InBlock$mcI$sp",
            "org.apache.spark.ml.recommendation.ALS$NormalEquation",
            "org.apache.spark.ml.stat.SummarizerBuffer",
            "org.apache.spark.HashPartitioner",
            "[[F");

    @Override
    public void registerClasses(Kryo kryo) {
        CLASSES.forEach(name -> registerIfThere(kryo, name));
    }

    /** A Spark whose ALS has other private classes is still good for all else. */
    private static void registerIfThere(Kryo kryo, String name) {
        try {
            kryo.register(Class.forName(name, false, AlsRegistrator.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            LOG.debug("{} is not in this Spark", name, e);
        }
    }
}
