package org.certifact.ml;

/**
 * How good rankings are, means over users with held-out items; a user for whom nothing is recommended scores 0.
 *
 * @param precision share of the first k that are held-out items
 * @param recall share of the held-out items that are among the first k
 * @param ndcg normalized discounted cumulative gain of the first k
 * @param map mean average precision of the first k
 */
public record RankingScores(double precision, double recall, double ndcg, double map) {}
