package org.certifact.datasets;

import java.util.Optional;

/** What tells the formats of dense tables. */
final class TableFormatSigns implements FormatSigns<TableFormat> {
    @Override
    public Optional<TableFormat> byEnding(String name) {
        if (name.endsWith(".parquet")) {
            return Optional.of(TableFormat.PARQUET);
        }
        if (name.endsWith(".npy")) {
            return Optional.of(TableFormat.NPY);
        }
        return name.endsWith(".mtx") ? Optional.of(TableFormat.MATRIX_MARKET) : Optional.empty();
    }

    @Override
    public TableFormat byContent(FileHead head) {
        if (head.isParquet()) {
            return TableFormat.PARQUET;
        }
        if (head.content().startsWith(NpyHeader.MAGIC)) {
            return TableFormat.NPY;
        }
        return MatrixMarketHeader.isBanner(head.text()) ? TableFormat.MATRIX_MARKET : TableFormat.TEXT;
    }

    @Override
    public Optional<String> binary(TableFormat format) {
        return switch (format) {
            case PARQUET -> Optional.of("a Parquet file");
            case NPY -> Optional.of("a .npy file");
            case AUTO, TEXT, MATRIX_MARKET -> Optional.empty();
        };
    }
}
