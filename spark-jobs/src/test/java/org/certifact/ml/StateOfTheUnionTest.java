package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certifact.SharedSpark;
import org.certifact.datasets.Entry;
import org.junit.jupiter.api.Test;

/** 233 addresses, with counts that a program in Python without any regular expression gives too. Skipped where they are not there. */
class StateOfTheUnionTest {
    private static final String BESIDE_THE_CHECKOUT = "../../shared/data";

    @Test
    void termsOfTheAddresses() {
        TermCounts counts = TermCounts.read(SharedSpark.session(), List.of(texts()), DocumentOptions.defaults());
        assertThat(counts.documentCount()).isEqualTo(233);
        assertThat(counts.terms()).hasSize(10_000).startsWith("government", "states", "congress", "united", "people");
        assertThat(counts.withoutTerms()).isEmpty();
        assertThat(counts.entries().count()).isEqualTo(340_225);
        assertThat(counts.entries().mapToDouble(Entry::value).sum()).isEqualTo(846_058.0);
    }

    private static String texts() {
        String folder = Optional.ofNullable(System.getProperty("certifact.data"))
                .or(() -> Optional.ofNullable(System.getenv("CERTIFACT_DATA")))
                .orElse(BESIDE_THE_CHECKOUT);
        Path texts = Path.of(folder, "stdlib_cc0", "sotu").toAbsolutePath().normalize();
        assumeTrue(
                Files.exists(texts),
                texts + " is not there; name the folder that holds it in the environment variable CERTIFACT_DATA");
        return texts.toString();
    }
}
