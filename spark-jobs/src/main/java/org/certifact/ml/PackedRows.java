package org.certifact.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.certifact.matrix.FactorRow;

/** Some rows of a factor, one after the other. */
final class PackedRows implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] ids;
    private final double[] biases;
    private final int rank;
    private final double[] values;
    private final String[][] excluded;

    /**
     * @param values rows × rank
     * @param excluded ids of the other side that each row is not to be met with
     */
    private PackedRows(String[] ids, double[] biases, int rank, double[] values, String[][] excluded) {
        this.ids = ids;
        this.biases = biases;
        this.rank = rank;
        this.values = values;
        this.excluded = excluded;
    }

    int count() {
        return ids.length;
    }

    String id(int i) {
        return ids[i];
    }

    double bias(int i) {
        return biases[i];
    }

    int rank() {
        return rank;
    }

    /** Rows × rank. Not to be modified. */
    double[] values() {
        return values;
    }

    Set<String> excluded(int i) {
        return excluded[i].length == 0 ? Set.of() : new HashSet<>(Arrays.asList(excluded[i]));
    }

    /** A row with what it is not to be met with. */
    static final class Source implements Serializable {
        private static final long serialVersionUID = 1L;

        private final FactorRow row;
        private final String[] excluded;

        Source(FactorRow row, String[] excluded) {
            this.row = row;
            this.excluded = excluded;
        }
    }

    /** Packs rows, so many at a time. */
    static Iterator<PackedRows> pack(Iterator<Source> rows, int most) {
        return new Packing(rows, most);
    }

    /** A class of its own, for rows are read as blocks are asked for. */
    private record Packing(Iterator<Source> rows, int most) implements Iterator<PackedRows> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public PackedRows next() {
            if (!rows.hasNext()) {
                throw new NoSuchElementException();
            }
            java.util.List<Source> some = new java.util.ArrayList<>();
            while (rows.hasNext() && some.size() < most) {
                some.add(rows.next());
            }
            int rank = some.get(0).row.factors().length;
            double[] values = new double[Math.multiplyExact(some.size(), rank)];
            for (int i = 0; i < some.size(); i++) {
                System.arraycopy(some.get(i).row.factors(), 0, values, i * rank, rank);
            }
            return new PackedRows(
                    names(some, s -> s.row.id()),
                    some.stream().mapToDouble(s -> s.row.bias()).toArray(),
                    rank,
                    values,
                    some.stream().map(s -> s.excluded).toArray(String[][]::new));
        }

        private static String[] names(java.util.List<Source> some, Function<Source, String> name) {
            return some.stream().map(name).toArray(String[]::new);
        }
    }
}
