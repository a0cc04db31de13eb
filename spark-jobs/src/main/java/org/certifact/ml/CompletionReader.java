package org.certifact.ml;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.SavedResult;
import scala.Option;

/** Loads a completion model; without Spark's metadata, as the command line saves it, parameters have their defaults. */
final class CompletionReader extends MLReader<CertifiedCompletionModel> {
    @Override
    public CertifiedCompletionModel load(String path) {
        Configuration hadoop = sparkSession().sparkContext().hadoopConfiguration();
        ModelFactors factors = ModelFactors.read(sparkSession(), path);
        String kind = factors.constants().model();
        if (!kind.equals(CompletionFit.FREE) && !kind.equals(CompletionFit.NONNEGATIVE)) {
            throw new BadInputException(path + ": is a model of " + kind + ", not a completion");
        }
        var report = SavedResult.report(path, hadoop).orElse(null);
        if (!SavedResult.exists(path, "metadata", hadoop)) {
            return new CertifiedCompletionModel(CertifiedCompletionModel.newUid(), factors, report);
        }
        var metadata = DefaultParamsReader.loadMetadata(path, sparkSession(), CertifiedCompletionModel.class.getName());
        CertifiedCompletionModel model = new CertifiedCompletionModel(metadata.uid(), factors, report);
        metadata.getAndSetParams(model, Option.empty());
        return model;
    }
}
