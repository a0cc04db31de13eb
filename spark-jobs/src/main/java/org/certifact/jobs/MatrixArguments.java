package org.certifact.jobs;

import java.util.List;
import java.util.Locale;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ExactPath;
import org.certifact.datasets.Header;
import org.certifact.datasets.ImageColor;
import org.certifact.datasets.PatchMean;
import org.certifact.datasets.RowNames;
import org.certifact.matrix.Duplicates;
import picocli.CommandLine.Option;

/** Options that say what matrix is read, and how. */
final class MatrixArguments {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "PATH",
            description = "File, directory or glob on any Hadoop file system; may be repeated.")
    List<String> paths;

    @Option(
            names = "--kind",
            defaultValue = "AUTO",
            paramLabel = "KIND",
            description = "What the files are: table (dense; text, .npy, Matrix Market array, Parquet), entries (row, "
                    + "column, value; text, Matrix Market, libsvm, Parquet), images, documents, or vectors (Parquet of "
                    + "Spark ML vectors). Default: auto, by the files' ending; documents and vectors must be named.")
    DataKind kind;

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "FORMAT",
            description = "auto, text, npy, matrix-market, libsvm or parquet. Default: ${DEFAULT-VALUE}.")
    String format;

    @Option(
            names = "--separator",
            paramLabel = "TEXT",
            description = "What stands between fields. Default: found in the first line.")
    String separator;

    @Option(
            names = "--header",
            defaultValue = "AUTO",
            paramLabel = "WHEN",
            description = "Whether text begins with column names: auto, yes or no. Default: auto.")
    Header header;

    @Option(
            names = "--row-names",
            defaultValue = "AUTO",
            paramLabel = "WHEN",
            description = "Whether a table's first column names its rows: auto, yes or no. Default: auto.")
    RowNames rowNames;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "Of entries: row id, column id, value and, if there is one, weight; default 1,2,3. "
                    + "Of vectors: the column of vectors and, if there is one, that of ids.")
    List<String> columns = List.of();

    @Option(
            names = "--leave-out",
            split = ",",
            paramLabel = "COLUMN",
            description = "Of a table: columns that are not data, such as labels; names or positions from 1.")
    List<String> leftOut = List.of();

    @Option(
            names = "--duplicates",
            defaultValue = "FAIL",
            paramLabel = "POLICY",
            description = "Several entries of the same row and column: fail, sum, mean or last. Default: fail.")
    Duplicates duplicates;

    @Option(
            names = "--missing",
            defaultValue = "AUTO",
            paramLabel = "MEANING",
            description = "What a cell means that the input does not hold: zero (it counts) or unobserved (it does "
                    + "not). Default: zero in entries, an error in tables.")
    MissingCellsPolicy missing;

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "Multiply every value: a number or a fraction such as 1/255. Default: ${DEFAULT-VALUE}.")
    String scale;

    @Option(
            names = "--color",
            defaultValue = "GREY",
            paramLabel = "HOW",
            description = "Of images: grey or rgb, in [0,1]. Default: grey.")
    ImageColor color;

    @Option(
            names = "--patch-size",
            paramLabel = "N",
            description = "Cut images into patches of N x N pixels, each a signal. Default: whole images.")
    Integer patchSize;

    @Option(
            names = "--patch-stride",
            paramLabel = "N",
            description = "Pixels from one patch to the next. Default: the patch size.")
    Integer patchStride;

    @Option(
            names = "--patches",
            defaultValue = "2147483647",
            paramLabel = "N",
            description = "Most patches of all images together, chosen at random. Default: all.")
    int mostPatches;

    @Option(
            names = "--patch-mean",
            paramLabel = "HOW",
            description = "keep or subtract each patch's mean. Default: subtract for dictionary, keep for nmf.")
    PatchMean patchMean;

    @Option(
            names = "--terms",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Of documents: most terms, the most frequent ones. Default: ${DEFAULT-VALUE}.")
    int mostTerms;

    @Option(
            names = "--fewest-documents",
            defaultValue = "2",
            paramLabel = "N",
            description = "Documents that a term must be in. Default: ${DEFAULT-VALUE}.")
    int fewestDocuments;

    @Option(names = "--stop-words", description = "Keep English stop words, which are left out of documents otherwise.")
    boolean stopWords;

    @Option(
            names = "--picture",
            paramLabel = "WxH",
            description =
                    "Width and height of what a row or a column pictures; the parts are drawn. Images know theirs.")
    String picture;

    @Option(
            names = "--picture-order",
            defaultValue = "ROWS",
            paramLabel = "ORDER",
            description = "Whether the values of a --picture stand row by row (rows) or column by column (columns), as "
                    + "in MATLAB. Default: rows.")
    PixelOrder pictureOrder;

    @Option(
            names = "--row-labels",
            paramLabel = "FILE",
            description = "A name for every row, a line each, such as the terms of a term-document matrix; the topics "
                    + "are listed.")
    String rowLabels;

    @Option(names = "--row-blocks", paramLabel = "N", description = "Blocks that the rows are spread over.")
    Integer rowBlocks;

    @Option(names = "--column-blocks", paramLabel = "N", description = "Blocks that the columns are spread over.")
    Integer columnBlocks;

    /** @param mean what becomes of patches' means where the command line does not say */
    MatrixSpec spec(PatchMean mean, long seed) {
        paths.forEach(ExactPath::requireNoCredentials);
        InputArguments.check("--row-blocks", rowBlocks);
        InputArguments.check("--column-blocks", columnBlocks);
        return new MatrixSpec(
                paths,
                kind,
                format.toLowerCase(Locale.ROOT),
                separator,
                header,
                rowNames,
                columns,
                leftOut,
                duplicates,
                missing,
                color,
                patchSize,
                patchStride,
                mostPatches,
                patchMean == null ? mean : patchMean,
                mostTerms,
                fewestDocuments,
                stopWords,
                factor(),
                picture,
                pictureOrder,
                rowLabels,
                seed,
                rowBlocks,
                columnBlocks);
    }

    /** Whether the signals of a dictionary are rows: patches and images are, whatever is said. */
    boolean signalsAreRows(SignalSide said) {
        boolean pictures =
                kind == DataKind.IMAGES || (kind == DataKind.AUTO && DataKind.ofName(paths.get(0)) == DataKind.IMAGES);
        return pictures || patchSize != null || said == SignalSide.ROWS;
    }

    private double factor() {
        String[] parts = scale.split("/", 2);
        try {
            double value = Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
            if (value != 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadInputException("--scale '" + scale + "': give a number other than 0 or a fraction such as 1/255");
    }
}
