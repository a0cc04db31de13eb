package org.certifact.jobs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.certifact.linalg.certify.Verdict;
import org.certifact.ml.result.History;
import org.certifact.ml.result.Report;

/**
 * What a person or a scheduler's log sees on standard error while a run goes on: one line that renews itself on a
 * terminal; elsewhere a plain line a certificate.
 */
final class Console implements History.Watcher, AutoCloseable {
    private final LogFormat format;
    private ProgressBar bar;

    private Console(LogFormat format) {
        this.format = format;
    }

    /** A console for this process. */
    static Console open(LogFormat format) {
        Console console = new Console(format);
        if (format == LogFormat.TEXT && onTerminal()) {
            console.bar = new ProgressBarBuilder()
                    .setInitialMax(-1)
                    .setRenderer(Console::render)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();
            StopSignals.take();
        }
        return console;
    }

    /** Since Java 22 there is a console without a terminal too, which its method isTerminal tells apart. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String render(ProgressState state, int width) {
        long seconds = state.getElapsedAfterStart().toSeconds();
        String line = String.format(Locale.ROOT, "%d:%02d  %s", seconds / 60, seconds % 60, state.getExtraMessage());
        return line.length() > width ? line.substring(0, Math.max(0, width)) : line;
    }

    /** Says what phase begins. */
    void phase(String text) {
        if (format == LogFormat.JSON) {
            System.err.println(LogLine.of("INFO", text, Map.of("event", "phase")));
        } else if (bar == null) {
            System.err.println(text);
        } else {
            bar.setExtraMessage(text);
        }
    }

    /** Says something that stays. */
    void say(String text) {
        System.err.println(bar == null ? text : System.lineSeparator() + text);
    }

    @Override
    public void progress(Report.Iteration now) {
        if (bar != null) {
            bar.stepTo(now.sweep());
            bar.setExtraMessage("sweep " + now.sweep() + "  " + describe(now));
        }
    }

    @Override
    public void milestone(Report.Iteration now, Optional<Verdict> verdict) {
        String state = verdict.map(v -> v.name().toLowerCase(Locale.ROOT)).orElse("not yet certified");
        if (format == LogFormat.JSON) {
            System.err.println(LogLine.of("INFO", state, fields(now)));
        } else if (bar == null) {
            System.err.printf(
                    Locale.ROOT, "sweep %4d  %s  %7.1f s  %s%n", now.sweep(), describe(now), now.seconds(), state);
        } else {
            bar.stepTo(now.sweep());
            bar.setExtraMessage("sweep " + now.sweep() + "  " + describe(now) + "  " + state);
        }
    }

    private static Map<String, Object> fields(Report.Iteration now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", now.event());
        fields.put("sweep", now.sweep());
        fields.put("seconds", now.seconds());
        fields.put("lambda", now.lambda());
        fields.put("rank", now.rank());
        fields.put("objective", now.objective());
        fields.put("relativeGap", now.relativeGap());
        return fields;
    }

    private static String describe(Report.Iteration now) {
        String gap = now.relativeGap() == null ? "-" : String.format(Locale.ROOT, "%.2e", now.relativeGap());
        return String.format(
                Locale.ROOT,
                "objective %.6g  gap %s  rank %d  lambda %.4g",
                now.objective(),
                gap,
                now.rank(),
                now.lambda());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
