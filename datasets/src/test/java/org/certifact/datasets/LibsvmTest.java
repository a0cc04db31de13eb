package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.contents;
import static org.certifact.datasets.Inputs.evaluatedBad;
import static org.certifact.datasets.Inputs.listing;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibsvmTest {
    private static final ReadOptions LIBSVM = ReadOptions.defaults().withFormat(Format.LIBSVM);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"a.libsvm", "a.svm", "a.svmlight", "a.libsvm.gz", "a.txt", "a.data"})
    void endingOrContentTellsTheFormat(String name) throws IOException {
        String path = write(directory, name, "+1 1:0.5 3:-2e0\n-1 2:7 # a comment 9:9\n");
        assertThat(listing(read(path)))
                .containsExactly(
                        name + ": line 1 | 1 1 0.5", name + ": line 1 | 1 3 -2.0", name + ": line 2 | 2 2 7.0");
    }

    @Test
    void labelsQueriesAndLinesWithoutPairsAreNoEntries() throws IOException {
        String path = write(directory, "a.svm", "1,4 1:1\n3 qid:2 2:1\n0\n\n# all comment\n  5:2\n");
        assertThat(contents(read(path))).containsExactly("1 1 1.0", "2 2 1.0", "6 5 2.0");
    }

    @Test
    void rowsRunOnFromFileToFile() throws IOException {
        String one = write(directory, "1.svm", "1 1:1\n1 1:2\n\n");
        String two = write(directory, "2.svm", "1 1:3");
        String three = write(directory, "3.svm", "1 1:4\n");
        assertThat(listing(read(one, two, three)))
                .containsExactly(
                        "1.svm: line 1 | 1 1 1.0",
                        "1.svm: line 2 | 2 1 2.0",
                        "2.svm: line 1 | 4 1 3.0",
                        "3.svm: line 1 | 5 1 4.0");
    }

    @Test
    void aLongFirstLineTellsTheFormatToo() throws IOException {
        String pairs =
                IntStream.rangeClosed(1, 300).mapToObj(i -> i + ":" + i * 1.5).collect(Collectors.joining(" "));
        assertThat(contents(read(write(directory, "a.txt", "1 " + pairs + "\n"))))
                .hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1::2::3", "1 2 3", "1,2,3", "1:2 3:4 5:6", "12:30 2 3"})
    void otherTextIsNotTakenForIt(String line) {
        assertThat(LibsvmParser.isLibsvm(line + "\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0:1     | index 0 is below 1, from which libsvm counts; add 1 to all indices",
                "1 a:1     | index 'a' is not a whole number",
                "1 -1:1    | index '-1' is not a whole number",
                "1 3:1 2:1 | index 2 stands after 3; indices must ascend",
                "1 3:1 3:1 | index 3 stands after 3; indices must ascend",
                "1 3:x     | value 'x' is not a number",
                "1 3:      | value is empty",
                "1 3:nan   | value 'nan' is not finite",
                "1 3       | '3' must be a pair index:value",
                "1 3:1 4   | '4' must be a pair index:value",
            })
    void badLinesAreNamed(String line, String reason) throws IOException {
        String path = write(directory, "a.svm", "1 1:1\n" + line + "\n1 1:2\n");
        assertThat(evaluatedBad(read(path))).containsExactly("a.svm: line 2: " + reason);
        ReadOptions skip = ReadOptions.defaults().withBadRecords(BadRecordPolicy.SKIP);
        assertThat(contents(read(skip, path))).containsExactly("1 1 1.0", "3 1 2.0");
    }

    @Test
    void columnsCannotBeChosen() throws IOException {
        String path = write(directory, "a.txt", "1 1:1\n");
        assertThatThrownBy(() -> read(LIBSVM.withColumns(List.of("1", "2", "3")), path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a.txt: columns '1,2,3' cannot be chosen in a libsvm file; leave them out");
    }
}
