package org.certifact.reference;

import java.nio.file.Path;
import java.util.List;

/**
 * A problem with gauges on which an independent prototype has spent minutes.
 *
 * @param file that must be there
 * @param options of the command line
 * @param attained a primal value it reached; the optimum is at most this
 * @param tolerance to run with
 * @param gap the relative gap it could prove, by projecting the data on the relaxed dual set
 */
record GaugedInstance(String name, Path file, List<String> options, double attained, double tolerance, double gap) {
    static final GaugedInstance DIGITS = new GaugedInstance(
            "NMF of digits",
            SharedData.file("sklearn_digits", "digits.csv.gz"),
            List.of("nmf", "--leave-out", "65", "--scale", "1/16", "--lambda", "20.56"),
            6431.559849028983,
            1.12e-3,
            0.001074);

    static final GaugedInstance BARBARA = new GaugedInstance(
            "dictionary of Barbara's patches",
            SharedData.file("images_set12", "09.png"),
            List.of("dictionary", "--patch-size", "8", "--sparsity", "0.05", "--lambda", "4", "--certify-time", "10s"),
            896.1144688680954,
            1e-2,
            0.0636);

    @Override
    public String toString() {
        return name;
    }
}
