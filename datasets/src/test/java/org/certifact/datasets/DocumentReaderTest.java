package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
    @TempDir
    private Path directory;

    @Test
    void eachFileIsADocumentNamedByIt() throws IOException {
        write(directory, "b.txt", "Second\ntext\n");
        write(directory, "a.txt.gz", "Première");
        write(directory, "_SUCCESS", "");
        assertThat(documents(directory.toString()))
                .containsExactly("a.txt.gz | a.txt.gz | Première", "b.txt | b.txt | Second\ntext\n");
        assertThat(documents(directory.resolve("*.txt").toString())).containsExactly("b.txt | b.txt | Second\ntext\n");
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders() throws IOException {
        write(directory, "sport/1.txt", "goal");
        write(directory, "sport/2.txt", "match");
        write(directory, "spa/1.txt", "water");
        assertThat(documents(directory.toString()))
                .containsExactly(
                        "spa/1.txt | spa/1.txt | water",
                        "sport/1.txt | sport/1.txt | goal",
                        "sport/2.txt | sport/2.txt | match");
    }

    @Test
    void documentsComeInTheOrderOfTheFiles() throws IOException {
        for (int i = 100; i < 620; i++) {
            write(directory, i + ".txt", "text " + i);
        }
        DocumentSet set = read(directory.toString());
        assertThat(set.count()).isEqualTo(520);
        assertThat(set.title()).isEqualTo("100.txt and 519 more");
        assertThat(set.documents().getNumPartitions()).isGreaterThan(2);
        assertThat(set.documents().map(Document::text).collect()).isSorted().hasSize(520);
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        String path = write(directory, "a.txt", "\uFEFFword");
        assertThat(documents(path)).containsExactly("a.txt | a.txt | word");
    }

    @Test
    void textInAnotherEncodingIsRefused() throws IOException {
        Path file = directory.resolve("latin.txt");
        Files.write(file, "un\ndeux\nd\u00e9j\u00e0 vu\n".getBytes(StandardCharsets.ISO_8859_1));
        write(directory, "a.txt", "fine");
        assertRefused(
                directory.toString(),
                "latin.txt: line 3 has byte 0xE9, which is not UTF-8; convert it, for instance with iconv -t UTF-8");
    }

    @Test
    void textCutWithinACharacterIsRefused() throws IOException {
        Path file = directory.resolve("cut.txt");
        Files.write(file, new byte[] {'a', (byte) 0xC3});
        assertRefused(
                file.toString(),
                "cut.txt: line 1 has byte 0xC3, which is not UTF-8; convert it, for instance with iconv -t UTF-8");
    }

    @Test
    void textOfTwoBytesACharacterIsRefused() throws IOException {
        Path file = directory.resolve("wide.txt");
        Files.write(file, "wide".getBytes(StandardCharsets.UTF_16LE));
        assertRefused(file.toString(), "wide.txt: holds zero bytes, so it is no UTF-8 text; convert it");
    }

    @Test
    void aDocumentWithoutWordsIsNamed() throws IOException {
        write(directory, "a.txt", "words");
        write(directory, "b.txt", "");
        assertRefused(directory.toString(), "b.txt: holds no words; leave it out");
        write(directory, "b.txt", " \n-- ...\n");
        assertRefused(directory.toString(), "b.txt: holds no words; leave it out");
    }

    @Test
    void noDocumentsAtAll() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertRefused(empty.toString(), empty + ": the directory holds no files");
        assertRefused(empty + "/x.txt", empty + "/x.txt: no such file or directory");
        assertRefused(empty + "/*.txt", empty + "/*.txt: no file matches");
    }

    private static DocumentSet read(String path) {
        return DocumentReader.read(SharedSpark.CONTEXT, List.of(path));
    }

    private static List<String> documents(String path) {
        DocumentSet set = read(path);
        return set.documents().collect().stream()
                .map(document -> set.where(document.source()) + " | " + document.id() + " | " + document.text())
                .toList();
    }

    private static void assertRefused(String path, String message) {
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
