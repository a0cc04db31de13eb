package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a run failed for good, in one line: the cause, where it struck as far as is known, and what to do about it. */
final class FailureText {
    /** What Spark says of a stage that it has given up. */
    private static final Pattern STAGE =
            Pattern.compile("Task \\d+ in stage (\\S+) failed (\\d+) times, most recent failure:"
                    + " Lost task \\S+ in stage \\S+ \\(TID \\d+\\) \\((\\S+) executor (\\S+)\\): (.*)");

    private static final Pattern FILE = Pattern.compile("((?:\\w+:)?/[^\\s:()]+)");

    private static final List<String> CLUSTER_LOST = List.of(
            "All masters are unresponsive",
            "SparkContext was shut down",
            "stopped SparkContext",
            "SparkContext has been shutdown",
            "Master removed our application");

    private FailureText() {}

    static String of(Throwable failure) {
        List<String> lines = lines(failure);
        String told = lines.stream()
                .filter(line -> STAGE.matcher(line).find())
                .findFirst()
                .map(FailureText::stage)
                .orElse(lines.get(lines.size() - 1));
        return told + advice(lines);
    }

    /** What each cause says, one line each, the root last. */
    private static List<String> lines(Throwable failure) {
        List<String> lines = new ArrayList<>();
        for (Throwable t = failure; t != null && lines.size() < 20; t = t.getCause()) {
            lines.add(t.toString().lines().findFirst().orElse(t.getClass().getName()));
        }
        return lines;
    }

    private static String stage(String line) {
        Matcher matcher = STAGE.matcher(line);
        if (!matcher.find()) {
            return line;
        }
        return matcher.group(5) + " (stage " + matcher.group(1) + ", executor " + matcher.group(4) + " on "
                + matcher.group(3) + ", tried " + matcher.group(2) + " times)";
    }

    private static String advice(List<String> lines) {
        if (says(lines, "OutOfMemoryError")) {
            return "; give more memory with --driver-memory or --executor-memory, or make the blocks smaller with"
                    + " --row-blocks and --column-blocks";
        }
        if (says(lines, "No space left on device") || says(lines, "Disk quota exceeded")) {
            String where = lines.stream()
                    .filter(line ->
                            line.contains("No space left") || line.contains("quota") || line.contains("written to"))
                    .map(FILE::matcher)
                    .filter(Matcher::find)
                    .map(m -> m.group(1))
                    .findFirst()
                    .orElse(null);
            return (where == null ? "" : "; it was writing " + where)
                    + "; make room there, or set another place: --conf spark.local.dir=DIR for blocks and shuffles,"
                    + " --checkpoint-dir for checkpoints, --output for the result";
        }
        if (CLUSTER_LOST.stream().anyMatch(sign -> says(lines, sign))) {
            return "; the cluster was lost: with --checkpoint-dir a run can go on from its last checkpoint by --resume";
        }
        return "";
    }

    private static boolean says(List<String> lines, String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
