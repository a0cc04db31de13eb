package org.certifact.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.certifact.jobs.Certifact;

/** One of the built-in votes, read without the program's readers. */
public record Vote(String senator, String rollcall, double vote) {

    static List<Vote> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Certifact.class.getResourceAsStream("/org/certifact/datasets/senate109/votes.csv.gz")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Vote::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them as a file with a header. */
    public static String csv() {
        return "senator,rollcall,vote\n"
                + all().stream()
                        .map(vote -> "\"" + vote.senator() + "\"," + vote.rollcall() + "," + (int) vote.vote() + "\n")
                        .collect(Collectors.joining());
    }

    /** {@code "name",number,number}; no name holds a comma. */
    private static Vote of(String line) {
        String[] fields = line.split(",", -1);
        return new Vote(fields[0].replace("\"", ""), fields[1], Double.parseDouble(fields[2]));
    }
}
