package org.certifact.jobs;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SavedResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code certifact inspect}. */
@Command(
        name = "inspect",
        description = "Prints what is in a result directory, or with --plan what a run would need of a cluster.",
        footer = {"", "Examples:", "  certifact inspect model", "  certifact inspect --plan ratings.csv"})
final class InspectCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Result directory.")
    private String directory;

    @Mixin
    private PlanArguments plan;

    @Override
    public Integer call() throws IOException {
        if (plan.asked()) {
            System.out.print(plan.plan().text());
            return ExitCode.CERTIFIED;
        }
        if (directory == null) {
            throw new BadInputException("name a result directory, or an input with --plan");
        }
        SavedResult saved = SavedResult.open(directory, new Configuration());
        Report report = saved.report();
        System.out.print(ReportText.of(report));
        if (report.options() instanceof GaugedSpec options) {
            System.out.printf(
                    Locale.ROOT,
                    "model        U V'; gamma %.6g; rows %s, columns %s%n",
                    options.rowSparsity() + options.columnSparsity(),
                    options.rowsNonnegative() ? ">= 0" : "free",
                    options.columnsNonnegative() ? ">= 0" : "free");
        } else {
            completion(saved);
        }
        System.out.printf(
                "files        %s, %s (id, bias, factors), %s, %s%n",
                SavedResult.ROWS, SavedResult.COLUMNS, ModelConstants.FILE, Report.FILE);
        report.versions().forEach((name, version) -> System.out.printf("%-12s %s%n", name, version));
        return ExitCode.CERTIFIED;
    }

    private static void completion(SavedResult saved) {
        Report report = saved.report();
        System.out.printf(
                Locale.ROOT,
                "model        prediction = %.6g + row bias + column bias + u.v; center %s, weighting %s%n",
                saved.constants().mean(),
                saved.constants().center().name().toLowerCase(Locale.ROOT),
                saved.constants().weighting());
        if (saved.constants().loss() != null && saved.constants().loss().name() == LossName.LOGISTIC) {
            System.out.println("             it is the logarithm of the odds of a yes");
        }
        double[] s = report.singularValues();
        StringBuilder spectrum = new StringBuilder();
        for (int k = 0; k < Math.min(s.length, SHOWN); k++) {
            spectrum.append(String.format(Locale.ROOT, " %.4g", s[k]));
        }
        System.out.printf("singular    %s%s%n", spectrum, s.length > SHOWN ? " ..." : "");
        if (!report.path().isEmpty()) {
            System.out.println("lambda path  lambda        error       rank");
            report.path()
                    .forEach(step -> System.out.printf(
                            Locale.ROOT,
                            "             %-12.6g  %.6f  %6d%n",
                            step.lambda(),
                            step.error(),
                            step.rank()));
        }
    }
}
