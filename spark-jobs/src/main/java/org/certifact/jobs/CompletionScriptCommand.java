package org.certifact.jobs;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code certifact completion}. */
@Command(
        name = "completion",
        description = "Prints a script by which bash and zsh complete verbs and options.",
        footer = {
            "",
            "Examples:",
            "  source <(certifact completion)",
            "  certifact completion > /etc/bash_completion.d/certifact"
        })
final class CompletionScriptCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.print(AutoComplete.bash("certifact", Certifact.commandLine()));
        return ExitCode.CERTIFIED;
    }
}
