package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.datasets.BadInputException;
import org.junit.jupiter.api.Test;

class CertifierTest {
    private static final double LAMBDA = 0.02;
    private static final Dataset<Row> RATINGS =
            PlantedFrame.of(20, 14, 3, 0.7, 5).ratings();

    @Test
    void theObjectiveIsThatOfItsDefinitionAndTheOptimumLiesBelow() {
        ALSModel als = als(2, 3);
        Certification found = Certifier.certify(als, RATINGS, "rating", LAMBDA);
        assertThat(found.objective()).isCloseTo(objective(als), within(1e-9));
        assertThat(found.certificate().primal()).isLessThanOrEqualTo(found.objective());
        assertThat(found.independent()).isEqualTo(2);
        assertThat(found.directions()).isPositive();
        assertThat(found.toString()).contains("more rank would help");

        CertifiedCompletionModel improved = new CertifiedCompletion()
                .setRegParam(LAMBDA)
                .setTolerance(1e-4)
                .setInitialModel(CertifiedCompletionModel.of(als, LAMBDA))
                .fit(RATINGS);
        assertThat(improved.summary().primal())
                .isLessThan(found.objective())
                .isGreaterThanOrEqualTo(found.lowerBound());
        assertThat(improved.rank()).isEqualTo(3);

        Certification again = Certifier.certify(als(4, 30), RATINGS, "rating", LAMBDA);
        assertThat(again.objective()).isGreaterThanOrEqualTo(improved.summary().dual() * (1 - 1e-5));
        assertThat(again.relativeGap()).isLessThan(found.relativeGap()).isLessThan(0.05);
    }

    @Test
    void factorsOfOtherDataAreRefused() {
        ALSModel part = new ALS().setRank(2).setMaxIter(1).fit(RATINGS.where("user > 2"));
        assertThatThrownBy(() -> Certifier.certify(part, RATINGS, "rating", LAMBDA))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("lack 3 of 20 rows and 0 of 14 columns");
    }

    private static ALSModel als(int rank, int iterations) {
        return new ALS()
                .setRank(rank)
                .setRegParam(LAMBDA)
                .setMaxIter(iterations)
                .setNumBlocks(1)
                .setSeed(1)
                .fit(RATINGS);
    }

    private static double objective(ALSModel als) {
        Map<Integer, double[]> users = rows(als.userFactors());
        Map<Integer, double[]> items = rows(als.itemFactors());
        double sum = 0;
        for (Row row : RATINGS.collectAsList()) {
            double[] u = users.get(row.getInt(0));
            double[] v = items.get(row.getInt(1));
            double x = 0;
            double squares = 0;
            for (int k = 0; k < u.length; k++) {
                x += u[k] * v[k];
                squares += u[k] * u[k] + v[k] * v[k];
            }
            // every rating counts its user's and its item's row once
            sum += 0.5 * Math.pow(row.getDouble(2) - x, 2) + 0.5 * LAMBDA * squares;
        }
        return sum;
    }

    private static Map<Integer, double[]> rows(Dataset<Row> table) {
        Map<Integer, double[]> rows = new HashMap<>();
        for (Row row : table.collectAsList()) {
            List<Float> values = row.getList(1);
            rows.put(
                    row.getInt(0),
                    values.stream().mapToDouble(Float::doubleValue).toArray());
        }
        return rows;
    }
}
