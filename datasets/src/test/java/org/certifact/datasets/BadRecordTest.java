package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.contents;
import static org.certifact.datasets.Inputs.evaluatedBad;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRecordTest {
    private static final ReadOptions SKIP = ReadOptions.defaults().withBadRecords(BadRecordPolicy.SKIP);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a,b         | has 2 fields, field 3 is needed",
                "a           | has 1 field, field 3 is needed",
                "a,b,x       | value 'x' is not a number",
                "a,b,        | value is empty",
                "a,b,1d      | value '1d' is not a number",
                "a,b,0x1p3   | value '0x1p3' is not a number",
                "a,b,1-2     | value '1-2' is not a number",
                "a,b,NaN     | value 'NaN' is not finite",
                "a,b,-inf    | value '-inf' is not finite",
                "a,b,1e999   | value '1e999' is not finite",
                "',b,1'      | value '1'' is not a number",
                ",b,1        | row id is empty",
                "a, ,1       | column id is empty",
                "a,b,1,x     | weight 'x' is not a number",
                "a,b,1,0     | weight '0' must be > 0",
                "a,b,1,-2    | weight '-2' must be > 0",
                "a,b,1,NaN   | weight 'NaN' is not finite",
                "a,b,1,      | weight is empty",
                "\"a,b,1     | a quote is left open",
                "a,b,\"1     | a quote is left open",
            })
    void theReasonIsNamed(String line, String reason) throws IOException {
        boolean weighted = line.chars().filter(c -> c == ',').count() == 3;
        String path = write(directory, "ratings.csv", "p,q,1,1\n" + line + "\nr,s,2,1\n");
        ReadOptions options =
                weighted ? ReadOptions.defaults().withColumns(List.of("1", "2", "3", "4")) : ReadOptions.defaults();
        EntrySet set = read(options, path);
        assertThat(evaluatedBad(set)).containsExactly("ratings.csv: line 2: " + reason);
        assertThat(set.bad().count()).isEqualTo(1);
        assertThatThrownBy(set::check)
                .isInstanceOf(BadInputException.class)
                .hasMessage("ratings.csv: line 2: " + reason + "; run with --bad-records skip to set such lines aside");
        assertThat(set.badLines().collect()).containsExactly("ratings.csv: line 2: " + reason + ": " + line);
        EntrySet skipped = read(options.withBadRecords(BadRecordPolicy.SKIP), path);
        assertThat(contents(skipped)).containsExactly("p q 1.0", "r s 2.0");
    }

    @Test
    void idsThatAreNotUtf8AreRefused() throws IOException {
        Path path = directory.resolve("a.csv");
        Files.write(path, "a,b,1,\u00e9\n\u00e9,b,1,x\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(evaluatedBad(read(path.toString())))
                .containsExactly("a.csv: line 2: row id '\uFFFD' is not UTF-8 text");
    }

    @Test
    void longValuesAreCutInMessages() throws IOException {
        String path = write(directory, "a.csv", "a,b,1\na,b," + "x".repeat(1000) + "\n");
        assertThat(evaluatedBad(read(path)))
                .containsExactly("a.csv: line 2: value '" + "x".repeat(40) + "…' is not a number");
    }

    @Test
    void theFirstOfManyAreNamedAndAllCounted() throws IOException {
        StringBuilder text = new StringBuilder("a,b,1\n");
        for (int i = 0; i < 300; i++) {
            text.append("a,b,x").append(i).append('\n');
        }
        EntrySet set = read(write(directory, "a.csv", text.toString()));
        assertThat(evaluatedBad(set)).hasSize(10).startsWith("a.csv: line 2: value 'x0' is not a number");
        assertThatThrownBy(set::check)
                .hasMessageStartingWith(
                        "a.csv: line 2: value 'x0' is not a number; run with --bad-records skip to set"
                                + " such lines aside\n300 lines are bad; the next:\n  a.csv: line 3: value 'x1' is not a number\n")
                .hasMessageEndingWith("\n  a.csv: line 11: value 'x9' is not a number");
        assertThat(set.badLines().count()).isEqualTo(300);
    }

    @Test
    void aSecondEvaluationDoesNotCountTwice() throws IOException {
        EntrySet set = read(SKIP, write(directory, "a.csv", "a,b,1\na,b,x\na,b,\n"));
        set.entries().count();
        set.entries().map(Entry::value).count();
        set.badLines().count();
        assertThat(set.bad().count()).isEqualTo(2);
        assertThatCode(set::check).doesNotThrowAnyException();
    }

    @Test
    void aPartitionReadAgainReplacesItsTally() {
        ReadTally driver = new ReadTally();
        for (int attempt = 0; attempt < 2; attempt++) {
            ReadTally task = driver.copyAndReset() instanceof ReadTally fresh ? fresh : new ReadTally();
            PartitionTally tally = new PartitionTally(3);
            tally.add(new BadRecord(Source.encode(0, 7), "why", "text"));
            task.add(tally);
            driver.merge(task);
        }
        assertThat(driver.value()).hasSize(1).allMatch(tally -> tally.bad() == 1);
    }

    @Test
    void checkWantsTheEntriesEvaluated() throws IOException {
        EntrySet set = read(write(directory, "a.csv", "a,b,1\n"));
        assertThatThrownBy(set::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("only 0 of the 1 partitions of a.csv have been read; evaluate entries() first");
    }

    @Test
    void anInputWithoutEntriesIsRefused() throws IOException {
        EntrySet header = read(write(directory, "a.csv", "user,item,rating\n"));
        assertThat(evaluatedBad(header)).isEmpty();
        assertThatThrownBy(header::check).isInstanceOf(BadInputException.class).hasMessage("a.csv: no entries");
        EntrySet bad = read(SKIP.withHeader(Header.NO), write(directory, "b.csv", "user,item,x\nuser,item,y\n"));
        assertThat(evaluatedBad(bad)).hasSize(2);
        assertThatThrownBy(bad::check)
                .hasMessage(
                        "b.csv: no entries; all 2 lines are bad, the first: b.csv: line 1: value 'x' is not a number");
    }
}
