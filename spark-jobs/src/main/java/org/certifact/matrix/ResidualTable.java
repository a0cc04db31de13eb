package org.certifact.matrix;

import org.certifact.linalg.slack.NoSlack;

/** The residual Y − UVᵀ as a dense matrix spread by rows: for matrices with few columns. */
public final class ResidualTable {
    private ResidualTable() {}

    /**
     * @param own factor of the side that the data are grouped by
     * @param other rows of the other factor, otherRows × rank
     * @return rows × otherRows, zero where a cell does not count; lazily
     */
    public static FactorMatrix of(GroupedMatrix grouped, FactorMatrix own, double[] other, int otherRows) {
        SlackedPoint point =
                new SlackedPoint(new NoSlack(), LowRank.none(), new LowRank(0, own.rank(), other), otherRows, 1);
        Shared<SlackedPoint> shared = Shared.of(grouped.blocks(), point);
        return new FactorMatrix(
                Blocks.zip(
                        grouped.blocks(),
                        own.blocks(),
                        (data, block) -> residual(data, block, shared.value(), otherRows)),
                otherRows);
    }

    private static FactorBlock residual(DataBlock data, FactorBlock own, SlackedPoint point, int width) {
        double[] all = new double[Math.multiplyExact(data.rows(), width)];
        double[] unused = new double[4];
        Tiles.of(width, data.rows()).forEach(data.rows(), (from, to, tile) -> {
            point.residual(data, own, from, to, tile, unused);
            System.arraycopy(tile, 0, all, from * width, (to - from) * width);
        });
        return new FactorBlock(data.rows(), width, all, null);
    }
}
