package org.certifact.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;

/**
 * What an encoding found: {@code encoding.json}.
 *
 * @param model result directory of the atoms
 * @param signals number of signals
 * @param atoms number of atoms
 * @param nonzeros codes that are not zero, of all signals together
 * @param relativeError ‖Y − UVᵀ‖ / ‖Y‖ over the cells that count
 */
record EncodingReport(String model, String input, int signals, int atoms, long nonzeros, double relativeError) {
    static final String FILE = "encoding.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "signals      %d, with %d atoms%nnonzeros     %.2f a signal%nerror        %.4g of the signals' norm%n",
                signals,
                atoms,
                nonzeros / (double) signals,
                relativeError);
    }
}
