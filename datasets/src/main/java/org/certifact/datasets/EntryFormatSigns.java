package org.certifact.datasets;

import java.util.Optional;

/** What tells the formats of observed entries. */
final class EntryFormatSigns implements FormatSigns<Format> {
    @Override
    public Optional<Format> byEnding(String name) {
        if (name.endsWith(".parquet")) {
            return Optional.of(Format.PARQUET);
        }
        if (name.endsWith(".mtx")) {
            return Optional.of(Format.MATRIX_MARKET);
        }
        boolean libsvm = name.endsWith(".libsvm") || name.endsWith(".svm") || name.endsWith(".svmlight");
        return libsvm ? Optional.of(Format.LIBSVM) : Optional.empty();
    }

    @Override
    public Format byContent(FileHead head) {
        if (head.isParquet()) {
            return Format.PARQUET;
        }
        if (MatrixMarketHeader.isBanner(head.text())) {
            return Format.MATRIX_MARKET;
        }
        return LibsvmParser.isLibsvm(head.text()) ? Format.LIBSVM : Format.TEXT;
    }

    @Override
    public Optional<String> binary(Format format) {
        return format == Format.PARQUET ? Optional.of("a Parquet file") : Optional.empty();
    }
}
