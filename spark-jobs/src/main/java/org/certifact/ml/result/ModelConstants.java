package org.certifact.ml.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.Serializable;
import org.certifact.datasets.BadInputException;
import org.certifact.solver.Centering;

/**
 * The constants of a saved model: {@code model.json}. A prediction is mean + bias of the row + bias of the column + u·v;
 * with the logistic loss that is the logarithm of the odds of a yes.
 *
 * @param format version of the directory's layout
 * @param loss of an entry; null in results that know of none but the squared
 */
public record ModelConstants(
        int format,
        String model,
        double mean,
        double lambda,
        double weighting,
        Centering center,
        int rank,
        LossSpec loss)
        implements Serializable {
    public static final String FILE = "model.json";
    public static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Of the squared loss. */
    public ModelConstants(
            int format, String model, double mean, double lambda, double weighting, Centering center, int rank) {
        this(format, model, mean, lambda, weighting, center, rank, LossSpec.SQUARED);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the model cannot be written as JSON", e);
        }
    }

    public static ModelConstants parse(String json, String place) {
        try {
            ModelConstants model = JSON.readValue(json, ModelConstants.class);
            if (model == null || model.model() == null || model.center() == null) {
                throw new BadInputException(place + ": is not a model of certifact: parts of it are missing");
            }
            if (model.format() != FORMAT) {
                throw new BadInputException(
                        place + ": has format " + model.format() + ", this version reads format " + FORMAT);
            }
            return model;
        } catch (JsonProcessingException e) {
            throw new BadInputException(place + ": is not a model of certifact: " + e.getOriginalMessage());
        }
    }
}
