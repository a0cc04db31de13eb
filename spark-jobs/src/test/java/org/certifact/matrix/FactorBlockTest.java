package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FactorBlockTest {
    private static final FactorBlock START = new FactorBlock(2, 2, new double[] {1, 2, 3, 4}, null);
    private static final FactorBlock MOVED = START.moveTo(new double[] {2, 2, 5, 0});

    @Test
    void aBlockThatNeverMovedIsWhereItIsAtAnyExtrapolation() {
        assertThat(START.at(0.7)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aMovedBlockExtrapolatesAlongItsStep() {
        assertThat(MOVED.values()).containsExactly(2, 2, 5, 0);
        assertThat(MOVED.at(0)).containsExactly(2, 2, 5, 0);
        assertThat(MOVED.at(0.5)).containsExactly(2.5, 2, 6, -2);
    }

    @Test
    void theNextStepStartsFromTheValuesNotFromTheExtrapolatedPoint() {
        assertThat(MOVED.moveTo(new double[] {3, 3, 3, 3}).at(1)).containsExactly(4, 4, 1, 6);
    }

    @Test
    void aStillBlockHasForgottenItsStep() {
        assertThat(MOVED.still().at(1)).containsExactly(2, 2, 5, 0);
    }

    @Test
    void aProductTurnsValuesAndStepAlike() {
        FactorBlock product = MOVED.times(new double[] {1, 0, 2, 0, 1, -1}, 3);
        assertThat(product.rows()).isEqualTo(2);
        assertThat(product.rank()).isEqualTo(3);
        assertThat(product.values()).containsExactly(2, 2, 2, 5, 0, 10);
        assertThat(product.at(0.5)).containsExactly(new double[] {2.5, 2, 3, 6, -2, 14}, within(1e-15));
    }

    @Test
    void aProductWithNoColumnsHasRankZero() {
        FactorBlock none = MOVED.times(new double[0], 0);
        assertThat(none.rank()).isZero();
        assertThat(none.rows()).isEqualTo(2);
    }

    @Test
    void appendedColumnsStandBehindAndDoNotMove() {
        FactorBlock wider = MOVED.append(new double[] {7, 8}, 1);
        assertThat(wider.rank()).isEqualTo(3);
        assertThat(wider.values()).containsExactly(2, 2, 7, 5, 0, 8);
        assertThat(wider.at(1)).containsExactly(3, 2, 7, 7, -4, 8);
    }

    @Test
    void aZeroRowIsPutBehindTheOthers() {
        FactorBlock padded = MOVED.withZeroRow();
        assertThat(padded.rows()).isEqualTo(3);
        assertThat(padded.values()).containsExactly(2, 2, 5, 0, 0, 0);
    }

    @Test
    void valuesThatDoNotFitTheShapeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FactorBlock(2, 2, new double[3], null))
                .withMessageContaining("2 x 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new FactorBlock(2, 2, new double[4], new double[2]));
    }
}
