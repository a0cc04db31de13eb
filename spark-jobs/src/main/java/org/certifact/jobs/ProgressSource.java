package org.certifact.jobs;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.source.Source;
import org.certifact.ml.result.History;
import org.certifact.ml.result.Report;

/** The objective, the gap and the rank of a run for Spark's metrics system, under {@code driver.certifact}; NaN before they are known. */
final class ProgressSource implements Source {
    private final MetricRegistry registry = new MetricRegistry();

    private ProgressSource(History history) {
        gauge("objective", history, Report.Iteration::objective);
        gauge("relativeGap", history, now -> now.relativeGap() == null ? Double.NaN : now.relativeGap());
        gauge("rank", history, Report.Iteration::rank);
        gauge("lambda", history, Report.Iteration::lambda);
        gauge("sweeps", history, Report.Iteration::sweep);
    }

    /** From now on the sinks of this application see the run. */
    static void register(History history) {
        SparkEnv.get().metricsSystem().registerSource(new ProgressSource(history));
    }

    private void gauge(String name, History history, ToDoubleFunction<Report.Iteration> value) {
        Gauge<Double> gauge = () -> {
            Report.Iteration latest = history.latest();
            return latest == null ? Double.NaN : value.applyAsDouble(latest);
        };
        registry.register(name, gauge);
    }

    @Override
    public String sourceName() {
        return "certifact";
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }
}
