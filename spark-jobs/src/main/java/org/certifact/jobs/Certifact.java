package org.certifact.jobs;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one verb a job. */
@Command(
        name = "certifact",
        mixinStandardHelpOptions = true,
        description = "Certified matrix factorization on Apache Spark.")
public final class Certifact implements Runnable {
    private Certifact() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Certifact()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }
}
