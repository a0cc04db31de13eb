package org.certifact.datasets;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One local Spark session for all tests of the module; it ends with the JVM. */
final class SharedSpark {
    static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("datasets tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.kryo.registrator", StrictRegistrator.class.getName())
            .config("spark.kryo.registrationRequired", "true")
            .getOrCreate();

    static final JavaSparkContext CONTEXT = JavaSparkContext.fromSparkContext(SESSION.sparkContext());

    private SharedSpark() {}
}
