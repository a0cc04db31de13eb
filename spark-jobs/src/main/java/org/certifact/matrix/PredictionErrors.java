package org.certifact.matrix;

/**
 * Means over held-out entries, weighted; NaN without entries.
 *
 * @param rootMeanSquare √ of the mean of (y − x)²
 * @param meanAbsolute mean of |y − x|
 * @param meanLoss mean of ℓ(y, x)
 * @param misclassified share of entries whose label, yes where y > 0, is not that of the prediction, yes where x > 0
 */
public record PredictionErrors(double rootMeanSquare, double meanAbsolute, double meanLoss, double misclassified) {}
