package org.certifact.cli;

import static org.certifact.cli.BadInput.options;

import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with the options. */
final class BadOptions {

    private static final String SEE = "; see certifact complete --help";

    private BadOptions() {}

    static Stream<BadInput> all() {
        return Stream.of(models(), limits(), outputs()).flatMap(List::stream);
    }

    private static List<BadInput> models() {
        return List.of(
                options("--lambda -1", "--lambda -1: must be a number above 0, or auto"),
                options("--lambda much", "--lambda 'much' is not a number; give a number above 0, or auto"),
                options("--weighting 3", "--weighting 3.0: must be in [0,1]"),
                options("--tolerance 2", "--tolerance 2.0: must be in (0,1), such as 1e-3"),
                options("--tolerance small", "Invalid value for option '--tolerance': 'small' is not a double" + SEE),
                options(
                        "--center median",
                        "Invalid value for option '--center': expected one of [NONE, MEAN, BIAS] (case-insensitive) but was 'median'"
                                + SEE),
                options(
                        "--descent magic",
                        "Invalid value for option '--descent': expected one of [MAJORIZED, CONJUGATE_GRADIENT] (case-insensitive) but was 'magic'"
                                + SEE),
                options("--loss cauchy", "--loss 'cauchy' is unknown; there are squared, huber, logistic"),
                options(
                        "--loss l1",
                        "--loss l1: has no certificate, because it is not differentiable: the gradient whose polar would be bounded does not exist where an entry is fitted exactly; give --loss huber with a small --huber-threshold, which comes as near as you like"),
                options(
                        "--huber-threshold 2",
                        "--huber-threshold 2.0: is of --loss huber, not of --loss squared; leave it out or change the loss"),
                options("--loss huber --huber-threshold 0", "--huber-threshold 0.0: must be a number above 0"),
                options(
                        "--loss logistic --center bias",
                        "--center bias: --loss logistic takes labels, and labels less an offset are none; leave --center out"),
                options(
                        "--implicit",
                        "--implicit --lambda auto: an error on views kept back says nothing of what was not viewed; give a --lambda"),
                options(
                        "--implicit --lambda 1 --center mean",
                        "--implicit --center mean: cells that are not listed are 0, and 0 less an offset is none; leave --center out"),
                options("--alpha 2", "--alpha 2.0: is of --implicit; add that or leave it out"),
                options(
                        "--holdout 1.5",
                        "holdout '1.5' is not between 0 and 1; give none, a fraction such as 0.1, every:N, or file:PATH for entries in a file of their own"),
                options("--validation none", "--validation none: give a fraction such as 0.1, or every:N"));
    }

    private static List<BadInput> limits() {
        return List.of(
                options(
                        "--initial-rank 9 --max-rank 8",
                        "--initial-rank 9 is above --max-rank 8; lower the one or raise the other"),
                options("--max-rank 0", "--max-rank 0: must be at least 1"),
                options("--max-time x", "--max-time 'x' is not a time; give 90s, 30m, 2h or 1h30m"),
                options("--max-time 0s", "--max-time 0s: must be above 0"),
                options("--max-sweeps 0", "--max-sweeps 0: must be at least 1"),
                options("--row-blocks 0", "--row-blocks 0: must be between 1 and 100000"),
                options(
                        "--format excel",
                        "format 'excel' is unknown; there are auto, text, parquet, matrix-market, libsvm"),
                options(
                        "--bad-records ignore",
                        "Invalid value for option '--bad-records': expected one of [FAIL, SKIP] (case-insensitive) but was 'ignore'"
                                + SEE),
                options(
                        "--duplicates first",
                        "Invalid value for option '--duplicates': expected one of [FAIL, SUM, MEAN, LAST] (case-insensitive) but was 'first'"
                                + SEE),
                options("--export xml", "--export 'xml' is unknown; there is csv"),
                options("--lamda 1", "Unknown options: '--lamda', '1'; the nearest is --lambda" + SEE),
                options("--lambda", "Missing required parameter for option '--lambda' (LAMBDA)" + SEE));
    }

    private static List<BadInput> outputs() {
        BadInput.Content result = Contents.directory("model");
        return List.of(
                new BadInput(
                        "`--output` that exists",
                        result,
                        List.of("--lambda", "1"),
                        "model: exists already; give another --output, or --overwrite"),
                new BadInput(
                        "`--output` that is no result, with `--overwrite`",
                        result,
                        List.of("--lambda", "1", "--overwrite"),
                        "model: exists and is not a result of certifact (it has no report.json), so it is not overwritten; give another --output"));
    }
}
