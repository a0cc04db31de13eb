package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.datasets.Inputs.contents;
import static org.certifact.datasets.Inputs.listing;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelimitedTextTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "196\t242\t3\t881250949",
                "196::242::3::978300760",
                "196,242,3",
                "196;242;3",
                "196|242|3|x",
                "196 242 3",
                "  196   242 \t 3  ",
                "\"196\",\"242\",\"3\"",
                "\"196\" \"242\" 3",
                "\"196\"::\"242\"::3",
                "196 , 242 , 3.0e0",
            })
    void theSeparatorIsFoundInTheFirstLine(String line) throws IOException {
        assertThat(listing(read(write(directory, "u.data", line + "\n" + line))))
                .containsExactly("u.data: line 1 | 196 242 3.0", "u.data: line 2 | 196 242 3.0");
    }

    @Test
    void aSeparatorThatSplitsTooLittleIsPassedOver() throws IOException {
        String path = write(directory, "a.txt", "a,b c 1\n");
        assertThat(contents(read(path))).containsExactly("a,b c 1.0");
    }

    @Test
    void theSeparatorMayBeGiven() throws IOException {
        String path = write(directory, "a.txt", "a,x--b--1\nc--d--2\n");
        assertThat(contents(read(ReadOptions.defaults().withSeparator("--"), path)))
                .containsExactly("a,x b 1.0", "c d 2.0");
        String tabs = write(directory, "b.txt", "a b\tc\t1\n");
        assertThat(contents(read(ReadOptions.defaults().withSeparator("\\t"), tabs)))
                .containsExactly("a b c 1.0");
    }

    @Test
    void aHeaderIsSeenAndSkipped() throws IOException {
        String path = write(directory, "ratings.csv", "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n");
        assertThat(listing(read(path))).containsExactly("ratings.csv: line 2 | 1 31 2.5");
    }

    @Test
    void columnsAreFoundByName() throws IOException {
        String path = write(directory, "ratings.csv", "w,stars,film,who\n2,4.5,x,ann\n0.5,1,y,bob\n");
        ReadOptions options = ReadOptions.defaults().withColumns(List.of("who", "film", "stars", "w"));
        assertThat(contents(read(options, path))).containsExactly("ann x 4.5 x2.0", "bob y 1.0 x0.5");
    }

    @Test
    void columnsAreFoundByPosition() throws IOException {
        String path = write(directory, "ratings.csv", "2,4.5,x,ann\n");
        assertThat(contents(read(ReadOptions.defaults().withColumns(List.of("4", "3", "2", "1")), path)))
                .containsExactly("ann x 4.5 x2.0");
    }

    @Test
    void theHeaderMayBeForcedEitherWay() throws IOException {
        String numbers = write(directory, "a.csv", "1,2,3\n4,5,6\n");
        assertThat(contents(read(ReadOptions.defaults().withHeader(Header.YES), numbers)))
                .containsExactly("4 5 6.0");
        assertThat(contents(read(ReadOptions.defaults().withHeader(Header.NO), numbers)))
                .containsExactly("1 2 3.0", "4 5 6.0");
    }

    @Test
    void theHeaderOfEveryFileIsSkippedAndAFileMayHaveNone() throws IOException {
        write(directory, "d/1.csv", "user,item,rating\na,b,1\n");
        write(directory, "d/2.csv", "user,item,rating\nc,d,2\n");
        write(directory, "d/3.csv", "e,f,3\n");
        assertThat(listing(read(directory.resolve("d").toString())))
                .containsExactly("1.csv: line 2 | a b 1.0", "2.csv: line 2 | c d 2.0", "3.csv: line 1 | e f 3.0");
    }

    @Test
    void quotesHideSeparatorsAndKeepBlanks() throws IOException {
        String path = write(directory, "a.csv", "\"BUSH (R, USA)\",\" a \",1\n\"say \"\"hi\"\"\",5\" disk,-1\n");
        assertThat(contents(read(path))).containsExactly("BUSH (R, USA)  a  1.0", "say \"hi\" 5\" disk -1.0");
    }

    @Test
    void lineEndsBlankLinesAndByteOrderMarksDoNotMatter() throws IOException {
        String path = write(directory, "a.csv", "\uFEFF\r\n  \r\nuser,item,rating\r\na,b,1\r\n\r\nc,d,2");
        assertThat(listing(read(path))).containsExactly("a.csv: line 4 | a b 1.0", "a.csv: line 6 | c d 2.0");
        String marked = write(directory, "b.csv", "\uFEFFuser,item,rating\na,b,1\n");
        ReadOptions named = ReadOptions.defaults().withColumns(List.of("user", "item", "rating"));
        assertThat(listing(read(named, marked))).containsExactly("b.csv: line 2 | a b 1.0");
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        String path = write(directory, "a.csv.gz", "user,item,rating\na,b,1\n");
        assertThat(listing(read(path))).containsExactly("a.csv.gz: line 2 | a b 1.0");
    }

    @Test
    void aLineThatLooksLikeACommentIsARecord() throws IOException {
        assertThat(contents(read(write(directory, "a.csv", "#1,b,1\n")))).containsExactly("#1 b 1.0");
    }

    @Test
    void sameNamesInDifferentDirectoriesAreToldApart() throws IOException {
        String one = write(directory, "x/a.csv", "1,2,3\n");
        String two = write(directory, "y/a.csv", "4,5,6\n");
        assertThat(listing(read(one, two))).containsExactly("x/a.csv: line 1 | 1 2 3.0", "y/a.csv: line 1 | 4 5 6.0");
    }

    @Test
    void oddFileNamesAndGlobsWork() throws IOException {
        String odd = write(directory, "d/a [1], $x%20{y}.csv", "1,2,3\n");
        write(directory, "d/_hidden.csv", "7,8,9\n");
        assertThat(contents(read(odd))).containsExactly("1 2 3.0");
        write(directory, "d/b.csv", "4,5,6\n");
        assertThat(contents(read(directory + "/d/[ab]*.csv"))).containsExactly("1 2 3.0", "4 5 6.0");
        assertThat(contents(read(directory.resolve("d").toUri().toString()))).containsExactly("1 2 3.0", "4 5 6.0");
        assertThat(contents(read(directory + "/d/_hidden.csv"))).containsExactly("7 8 9.0");
    }

    @Test
    void aFileNamedTwiceIsReadOnce() throws IOException {
        String path = write(directory, "a.csv", "1,2,3\n");
        assertThat(contents(read(path, path, directory.toString()))).containsExactly("1 2 3.0");
    }
}
