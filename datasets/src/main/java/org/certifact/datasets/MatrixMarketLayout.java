package org.certifact.datasets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The headers of Matrix Market files, by the file's index. */
final class MatrixMarketLayout implements LineParser.Layout {
    private final List<MatrixMarketHeader> headers;

    MatrixMarketLayout(List<MatrixMarketHeader> headers) {
        this.headers = List.copyOf(headers);
    }

    @Override
    public LineParser parser() {
        return new MatrixMarketParser(headers);
    }

    /** The number of entries each file declares. */
    Map<Integer, Long> declared() {
        return IntStream.range(0, headers.size())
                .boxed()
                .collect(Collectors.toMap(
                        Function.identity(), file -> headers.get(file).entries()));
    }
}
