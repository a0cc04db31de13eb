package org.certifact.jobs;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Opens what a job needs of Spark; whatever spark-submit was given takes precedence. */
final class Sessions {
    private Sessions() {}

    /** Spark alone. */
    static JavaSparkContext context(String name) {
        return JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf(name)));
    }

    /** Spark with Spark SQL. */
    static SparkSession sql(String name) {
        return SparkSession.builder().config(conf(name)).getOrCreate();
    }

    /** Spark SQL on what is open. Only where it is needed: to start it takes as long as a small run. */
    static SparkSession sql() {
        return SparkSession.builder().sparkContext(SparkContext.getOrCreate()).getOrCreate();
    }

    private static SparkConf conf(String name) {
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "certifact " + name);
        conf.setIfMissing("spark.master", "local[*]");
        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        conf.set("spark.kryo.registrator", Registrator.class.getName());
        // nothing that somebody else wrote is ever made into an object of a class that was not expected
        conf.set("spark.kryo.registrationRequired", "true");
        conf.setIfMissing("spark.kryoserializer.buffer.max", "512m");
        conf.setIfMissing("spark.cleaner.referenceTracking.cleanCheckpoints", "true");
        conf.setIfMissing("spark.cleaner.periodicGC.interval", "5min");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.sql.shuffle.partitions", "8");
        // one file a task and not one a pair of blocks: a short sweep waits for the file system more than for anything
        // else
        conf.setIfMissing("spark.shuffle.sort.bypassMergeThreshold", "1");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.shuffle.checksum.enabled", "false");
            // of every job's description, some kilobytes, a broadcast writes a copy into an array of this size
            conf.setIfMissing("spark.broadcast.blockSize", "256k");
        }
        // factors are doubles, which do not get smaller; block sums of some megabytes go straight to the driver
        conf.setIfMissing("spark.broadcast.compress", "false");
        conf.setIfMissing("spark.task.maxDirectResultSize", "32m");
        conf.setIfMissing("spark.executorEnv.OPENBLAS_NUM_THREADS", "1");
        // as submit-scripts/jvm.options has them and why
        String unchecked = "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0";
        boolean collects = conf.get("spark.executor.extraJavaOptions", "").contains("-XX:+Use");
        conf.setIfMissing(
                "spark.executor.defaultJavaOptions", collects ? unchecked : unchecked + " -XX:+UseParallelGC");
        return conf;
    }
}
