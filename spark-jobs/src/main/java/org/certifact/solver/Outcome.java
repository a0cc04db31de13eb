package org.certifact.solver;

import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;

/**
 * How a run ended.
 *
 * @param factors the last ones
 * @param certificate what is proved of them
 * @param <F> the factors
 */
public record Outcome<F>(F factors, Certificate certificate, Verdict verdict) {}
