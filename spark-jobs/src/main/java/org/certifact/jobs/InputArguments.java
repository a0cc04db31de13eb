package org.certifact.jobs;

import java.util.List;
import java.util.Locale;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.BadRecordPolicy;
import org.certifact.datasets.ExactPath;
import org.certifact.datasets.Format;
import org.certifact.datasets.Header;
import org.certifact.datasets.ReadOptions;
import org.certifact.matrix.Duplicates;
import picocli.CommandLine.Option;

/** Options that say what is read, and how. */
final class InputArguments {
    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "File, directory or glob on any Hadoop file system; may be repeated. "
                    + "Without it: the built-in roll-call votes of the 109th US Senate.")
    List<String> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            description = "auto, text, parquet, matrix-market or libsvm. Default: ${DEFAULT-VALUE}.")
    String format;

    @Option(
            names = "--separator",
            paramLabel = "TEXT",
            description = "What stands between fields, one or more characters. Default: found in the first line.")
    String separator;

    @Option(
            names = "--header",
            defaultValue = "AUTO",
            paramLabel = "WHEN",
            description = "Whether text begins with column names: auto, yes or no. Default: auto.")
    Header header;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "Row id, column id, value and, if there is one, weight: names or positions from 1. "
                    + "Default: 1,2,3.")
    List<String> columns = List.of();

    @Option(
            names = "--bad-records",
            defaultValue = "FAIL",
            paramLabel = "POLICY",
            description = "fail: the first bad record is an error. skip: bad records are set aside in the result's "
                    + "bad-records.txt. Default: fail.")
    BadRecordPolicy badRecords;

    @Option(
            names = "--duplicates",
            defaultValue = "FAIL",
            paramLabel = "POLICY",
            description = "Several entries of the same row and column: fail, sum, mean or last. Default: fail.")
    Duplicates duplicates;

    @Option(
            names = "--row-blocks",
            paramLabel = "N",
            description = "Blocks that the rows are spread over. Default: from the cluster and the input.")
    Integer rowBlocks;

    @Option(
            names = "--column-blocks",
            paramLabel = "N",
            description = "Blocks that the columns are spread over. Default: from the cluster and the input.")
    Integer columnBlocks;

    InputSpec spec() {
        paths.forEach(ExactPath::requireNoCredentials);
        check("--row-blocks", rowBlocks);
        check("--column-blocks", columnBlocks);
        ReadOptions options = ReadOptions.defaults()
                .withFormat(Format.parse(format.toLowerCase(Locale.ROOT)))
                .withSeparator(separator)
                .withHeader(header)
                .withColumns(columns)
                .withBadRecords(badRecords);
        return new InputSpec(paths, options, duplicates, rowBlocks, columnBlocks);
    }

    static void check(String name, Integer blocks) {
        if (blocks != null && (blocks < 1 || blocks > 100_000)) {
            throw new BadInputException(name + " " + blocks + ": must be between 1 and 100000");
        }
    }
}
