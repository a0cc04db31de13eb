package org.certifact.ml;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SavedResult;
import scala.Option;

/**
 * Loads a model of vectors; without Spark's metadata, as the command line saves it, parameters have their defaults.
 *
 * @param <M> the model
 */
final class VectorModelReader<M extends VectorFactorizationModel<M>> extends MLReader<M> {
    private final Class<M> type;
    private final String kind;
    private final Making<M> making;

    /** Makes a model of its parts. */
    @FunctionalInterface
    interface Making<M> {
        M of(String uid, ModelFactors factors, Report report);
    }

    /** @param kind what the saved model must say that it is */
    VectorModelReader(Class<M> type, String kind, Making<M> making) {
        this.type = type;
        this.kind = kind;
        this.making = making;
    }

    @Override
    public M load(String path) {
        Configuration hadoop = sparkSession().sparkContext().hadoopConfiguration();
        ModelFactors factors = ModelFactors.read(sparkSession(), path);
        if (!factors.constants().model().equals(kind)) {
            throw new BadInputException(
                    path + ": is a model of " + factors.constants().model() + ", not of " + kind);
        }
        Report report = SavedResult.report(path, hadoop)
                .orElseThrow(() -> new BadInputException(path + ": has no " + Report.FILE));
        if (((GaugedSpec) report.options()).columnSparsity() > 0) {
            throw new BadInputException(
                    path + ": its signals are columns; vectors are rows: learn it with --signals rows");
        }
        if (!SavedResult.exists(path, "metadata", hadoop)) {
            return making.of(Identifiable$.MODULE$.randomUID(kind), factors, report);
        }
        var metadata = DefaultParamsReader.loadMetadata(path, sparkSession(), type.getName());
        M model = making.of(metadata.uid(), factors, report);
        metadata.getAndSetParams(model, Option.empty());
        return model;
    }
}
