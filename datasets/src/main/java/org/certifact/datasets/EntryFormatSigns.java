package org.certifact.datasets;

import java.util.Optional;

/** What tells the formats of observed entries. */
final class EntryFormatSigns implements FormatSigns<Format> {
    @Override
    public Optional<Format> byEnding(String name) {
        if (name.endsWith(".parquet")) {
            return Optional.of(Format.PARQUET);
        }
        return name.endsWith(".mtx") ? Optional.of(Format.MATRIX_MARKET) : Optional.empty();
    }

    @Override
    public Format byContent(FileHead head) {
        if (head.isParquet()) {
            return Format.PARQUET;
        }
        return MatrixMarketHeader.isBanner(head.text()) ? Format.MATRIX_MARKET : Format.TEXT;
    }

    @Override
    public Optional<String> binary(Format format) {
        return format == Format.PARQUET ? Optional.of("a Parquet file") : Optional.empty();
    }
}
