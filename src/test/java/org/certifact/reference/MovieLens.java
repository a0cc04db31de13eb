package org.certifact.reference;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where MovieLens 100K is: {@code ml-100k/u.data} in the folder that the system property {@code certifact.data} or the
 * environment variable CERTIFACT_DATA names, else in the data beside the checkout.
 */
final class MovieLens {
    /** From this module's directory, where surefire runs. */
    private static final String BESIDE_THE_CHECKOUT = "../../../shared/data";

    private MovieLens() {}

    static Path file() {
        String folder = Optional.ofNullable(System.getProperty("certifact.data"))
                .or(() -> Optional.ofNullable(System.getenv("CERTIFACT_DATA")))
                .orElse(BESIDE_THE_CHECKOUT);
        return Path.of(folder, "ml-100k", "u.data").toAbsolutePath().normalize();
    }
}
