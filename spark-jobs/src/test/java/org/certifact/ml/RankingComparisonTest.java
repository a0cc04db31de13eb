package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.Test;

/** Two tastes: even users like even items, odd ones odd items. Item 0 is seen by all but user 0. */
class RankingComparisonTest {
    private static final StructType SCHEMA = new StructType()
            .add("user", DataTypes.IntegerType)
            .add("item", DataTypes.IntegerType)
            .add("rating", DataTypes.DoubleType);

    @Test
    void unknownUsersAndItemsCountAndPopularityStandsBeside() {
        List<Row> seen = new ArrayList<>();
        for (int user = 0; user < 10; user++) {
            for (int item = user == 0 ? 1 : 0; item < 8; item++) {
                seen.add(RowFactory.create(user, item, user % 2 == item % 2 ? 1.0 : -1.0));
            }
        }
        List<Row> heldOut = List.of(
                RowFactory.create(0, 0, 1.0), // the only item that the user has not seen
                RowFactory.create(0, 8, 1.0), // an unknown item
                RowFactory.create(99, 1, 1.0)); // an unknown user
        Dataset<Row> training = frame(seen);
        CertifiedCompletion completion = new CertifiedCompletion().setRegParam(0.02);
        RankingComparison comparison = RankingComparison.of(completion.fit(training), training, frame(heldOut), 1);

        assertThat(comparison.users()).isEqualTo(2);
        assertThat(comparison.unknownUsers()).isEqualTo(1);
        assertThat(comparison.model().precision()).isEqualTo(0.5);
        assertThat(comparison.model().recall()).isEqualTo(0.25);
        assertThat(comparison.model().ndcg()).isEqualTo(0.5);
        // popularity proposes item 0 to user 0 as well, and item 1, which all have seen, to user 99
        assertThat(comparison.popularity().recall()).isEqualTo(0.75);

        CertifiedCompletionModel baseline = completion.fitBaseline(training);
        assertThat(baseline.rank()).isZero();
        List<Row> predicted = baseline.transform(frame(heldOut)).collectAsList();
        assertThat(predicted)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getDouble(3)).isFinite());
        double mean = training.agg(functions.avg("rating")).first().getDouble(0);
        assertThat(baseline.mean()).isCloseTo(mean, within(1e-12));
    }

    private static Dataset<Row> frame(List<Row> rows) {
        return SharedSpark.session().createDataFrame(rows, SCHEMA);
    }
}
