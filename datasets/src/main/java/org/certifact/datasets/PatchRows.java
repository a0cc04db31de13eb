package org.certifact.datasets;

import java.util.Iterator;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The chosen patches of one decoded image, cut as they are asked for. */
final class PatchRows {
    private final PatchGrid grid;
    private final PatchChoice choice;
    private final int channels;

    PatchRows(PatchGrid grid, PatchChoice choice, int channels) {
        this.grid = grid;
        this.choice = choice;
        this.channels = channels;
    }

    /**
     * @param image its values, row by row
     * @param width its width in pixels
     */
    Iterator<DenseRow> of(double[] image, int width, int file, String name) {
        return IntStream.range(0, Math.toIntExact(grid.count()))
                .mapToObj(patch -> {
                    String id = grid.id(name, patch);
                    return choice.test(id)
                            ? new DenseRow(id, values(image, width, patch), Source.encode(file, patch + 1L))
                            : null;
                })
                .filter(Objects::nonNull)
                .iterator();
    }

    private double[] values(double[] image, int width, int patch) {
        int size = grid.patches().size();
        int line = size * channels;
        double[] values = new double[size * line];
        for (int y = 0; y < size; y++) {
            int from = ((grid.top(patch) + y) * width + grid.left(patch)) * channels;
            System.arraycopy(image, from, values, y * line, line);
        }
        if (grid.patches().mean() == PatchMean.SUBTRACT) {
            double mean = DoubleStream.of(values).sum() / values.length;
            for (int i = 0; i < values.length; i++) {
                values[i] -= mean;
            }
        }
        return values;
    }
}
