package org.certifact.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.BadRecordPolicy;
import org.certifact.datasets.EntryReader;
import org.certifact.datasets.Format;
import org.certifact.datasets.Header;
import org.certifact.datasets.ImageColor;
import org.certifact.datasets.ImageOptions;
import org.certifact.datasets.ImageShape;
import org.certifact.datasets.InputHead;
import org.certifact.datasets.PatchMean;
import org.certifact.datasets.Patches;
import org.certifact.datasets.ReadOptions;
import org.certifact.datasets.RowNames;
import org.certifact.datasets.TableFormat;
import org.certifact.datasets.TableOptions;
import org.certifact.datasets.TableReader;
import org.certifact.matrix.Duplicates;
import org.certifact.ml.DocumentOptions;
import org.certifact.ml.StopWords;
import org.certifact.ml.VectorColumns;

/**
 * A matrix to be read: a table, entries, images or documents.
 *
 * @param kind what the files are
 * @param format a table's or the entries' format, or auto
 * @param columns of entries: row, column, value and weight
 * @param leftOut columns of a table that are not read
 * @param patchSize edge of a patch, or null for whole images
 * @param patchStride pixels from one patch to the next, or null for the edge
 * @param mostPatches of all images together
 * @param mostTerms of documents
 * @param fewestDocuments that a term must be in
 * @param scale every value is multiplied by it
 * @param picture WIDTHxHEIGHT of what the columns or the rows of the matrix picture, or null
 * @param pictureOrder how its values stand
 * @param rowLabels file with a name for every row, a line each, or null
 * @param rowBlocks blocks of rows, or null to choose
 * @param columnBlocks blocks of columns, or null to choose
 */
record MatrixSpec(
        List<String> paths,
        DataKind kind,
        String format,
        String separator,
        Header header,
        RowNames rowNames,
        List<String> columns,
        List<String> leftOut,
        Duplicates duplicates,
        MissingCellsPolicy missing,
        ImageColor color,
        Integer patchSize,
        Integer patchStride,
        int mostPatches,
        PatchMean patchMean,
        int mostTerms,
        int fewestDocuments,
        boolean stopWords,
        double scale,
        String picture,
        PixelOrder pictureOrder,
        String rowLabels,
        long seed,
        Integer rowBlocks,
        Integer columnBlocks)
        implements RunInput {

    MatrixSpec {
        Objects.requireNonNull(paths, "paths");
    }

    @Override
    public String title() {
        return String.join(", ", paths);
    }

    @Override
    public String head(Configuration hadoop) {
        DataKind known = kind == DataKind.AUTO ? LoadedMatrix.detect(this, hadoop) : kind;
        InputHead head = switch (known) {
            case TABLE -> TableReader.head(paths, tableOptions(), hadoop);
            case ENTRIES, AUTO -> EntryReader.head(paths, readOptions(), hadoop);
            case IMAGES, DOCUMENTS, VECTORS -> InputHead.of(paths, known.name(), hadoop);
        };
        return head.toString();
    }

    @Override
    public MatrixSpec withPaths(List<String> other) {
        return with(other, kind, missing);
    }

    MatrixSpec withKind(DataKind other) {
        return with(paths, other, missing);
    }

    MatrixSpec withMissing(MissingCellsPolicy other) {
        return with(paths, kind, other);
    }

    private MatrixSpec with(List<String> newPaths, DataKind newKind, MissingCellsPolicy newMissing) {
        return new MatrixSpec(
                newPaths,
                newKind,
                format,
                separator,
                header,
                rowNames,
                columns,
                leftOut,
                duplicates,
                newMissing,
                color,
                patchSize,
                patchStride,
                mostPatches,
                patchMean,
                mostTerms,
                fewestDocuments,
                stopWords,
                scale,
                picture,
                pictureOrder,
                rowLabels,
                seed,
                rowBlocks,
                columnBlocks);
    }

    /** The picture's shape, where it was given. */
    @JsonIgnore
    Optional<ImageShape> shape() {
        if (picture == null) {
            return Optional.empty();
        }
        String[] edges = picture.toLowerCase(Locale.ROOT).split("x", 2);
        try {
            return Optional.of(
                    new ImageShape(Integer.parseInt(edges[0].strip()), Integer.parseInt(edges[1].strip()), 1));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadInputException("--picture '" + picture + "': give WIDTHxHEIGHT in pixels, such as 19x19");
        }
    }

    /** The column of vectors and that of ids, where they are named. */
    VectorColumns vectorColumns() {
        if (columns.size() > 2) {
            throw new BadInputException("--columns " + String.join(",", columns)
                    + ": for vectors give the column of vectors and, if there is one, that of ids");
        }
        VectorColumns all = VectorColumns.defaults();
        VectorColumns named = columns.isEmpty() ? all : all.withVectors(columns.get(0));
        return columns.size() < 2 ? named : named.withIds(columns.get(1));
    }

    DocumentOptions documentOptions() {
        return new DocumentOptions(mostTerms, fewestDocuments, stopWords ? StopWords.NONE : StopWords.ENGLISH);
    }

    TableOptions tableOptions() {
        return new TableOptions(TableFormat.parse(format), separator, header, rowNames, leftOut);
    }

    ReadOptions readOptions() {
        return new ReadOptions(Format.parse(format), separator, header, columns, BadRecordPolicy.FAIL);
    }

    ImageOptions imageOptions() {
        ImageOptions whole = ImageOptions.defaults().withColor(color);
        if (patchSize == null) {
            return whole;
        }
        return whole.withPatches(Patches.of(patchSize)
                .withStride(patchStride == null ? patchSize : patchStride)
                .withMean(patchMean)
                .withLimit(mostPatches)
                .withSeed(seed));
    }
}
