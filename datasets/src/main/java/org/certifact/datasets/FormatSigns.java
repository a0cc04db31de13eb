package org.certifact.datasets;

import java.util.Optional;

/** What tells the formats that a reader knows. */
interface FormatSigns<F> {
    /** @param name of the file, in lower case and without the ending of its compression */
    Optional<F> byEnding(String name);

    /** @throws BadInputException if the file holds what cannot be read at all */
    F byContent(FileHead head);

    /** What a file of the format is, where its first bytes tell for sure: {@code a Parquet file}. */
    Optional<String> binary(F format);
}
