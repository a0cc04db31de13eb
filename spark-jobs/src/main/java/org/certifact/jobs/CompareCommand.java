package org.certifact.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.text.WordUtils;
import org.apache.hadoop.conf.Configuration;
import org.certifact.datasets.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certifact compare}. */
@Command(
        name = "compare",
        description =
                "Prints several results side by side, and in what options they differ; with --output as a page too.",
        footer = {
            "",
            "Examples:",
            "  certifact compare model-a model-b",
            "  certifact compare runs/* --output runs.html"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int WIDTH = 80;

    @Parameters(paramLabel = "DIR", arity = "2..*", description = "Result directories.")
    private List<String> directories;

    @Option(names = "--output", paramLabel = "FILE", description = "Write a page with figures too; it must not exist.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (output != null && Files.exists(output)) {
            throw new BadInputException(output + ": exists already; give another --output");
        }
        Comparison comparison = Comparison.open(directories, new Configuration());
        System.out.print(TextTable.of(Comparison.HEADER, comparison.table()));
        List<Comparison.Difference> differences = comparison.differences();
        if (!differences.isEmpty()) {
            System.out.println();
            differences.forEach(difference ->
                    System.out.printf("%-24s %s%n", difference.option(), String.join(" | ", difference.values())));
        }
        System.out.println();
        System.out.println(WordUtils.wrap(comparison.remark(), WIDTH));
        if (output != null) {
            Files.writeString(output, ComparisonPage.of(comparison));
            System.out.println("page: " + output);
        }
        return ExitCode.CERTIFIED;
    }
}
