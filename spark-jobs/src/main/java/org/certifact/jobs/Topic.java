package org.certifact.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One column of a factor whose rows are terms.
 *
 * @param number of the column, from 1
 * @param weight what it contributes
 * @param terms those with the largest values, all above 0, the largest first
 */
record Topic(int number, double weight, List<String> terms) {

    /**
     * The topics of a factor by falling weight, those of one weight by number; terms of one value by id.
     *
     * @param factor terms x rank, row by row. Not modified
     * @param weight one for each column. Not modified
     * @param top at most so many terms of each
     * @throws IllegalArgumentException if the arrays do not fit together, or if top is not positive
     */
    static List<Topic> of(String[] termIds, double[] factor, int rank, double[] weight, int top) {
        if (factor.length != Math.multiplyExact(termIds.length, rank) || weight.length != rank) {
            throw new IllegalArgumentException(factor.length + " values and " + weight.length
                    + " weights are not those of " + termIds.length + " terms and " + rank + " topics");
        }
        if (top < 1) {
            throw new IllegalArgumentException("the top " + top + " terms of each topic: at least 1 is needed");
        }
        return IntStream.range(0, rank)
                .mapToObj(column -> new Topic(column + 1, weight[column], topTerms(termIds, factor, rank, column, top)))
                .sorted(Comparator.comparingDouble(Topic::weight).reversed())
                .toList();
    }

    private static List<String> topTerms(String[] ids, double[] factor, int rank, int column, int top) {
        Comparator<Integer> byValue = Comparator.comparingDouble(term -> factor[term * rank + column]);
        return IntStream.range(0, ids.length)
                .filter(term -> factor[term * rank + column] > 0)
                .boxed()
                .sorted(byValue.reversed().thenComparing(term -> ids[term]))
                .limit(top)
                .map(term -> ids[term])
                .toList();
    }
}
