package org.certifact.reference;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where data that are not part of the checkout are: in the folder that the system property {@code certifact.data} or the
 * environment variable CERTIFACT_DATA names, else beside the checkout.
 */
final class SharedData {
    /** From this module's directory, where surefire runs. */
    private static final String BESIDE_THE_CHECKOUT = "../../../shared/data";

    private SharedData() {}

    static Path file(String folder, String name) {
        String data = Optional.ofNullable(System.getProperty("certifact.data"))
                .or(() -> Optional.ofNullable(System.getenv("CERTIFACT_DATA")))
                .orElse(BESIDE_THE_CHECKOUT);
        return Path.of(data, folder, name).toAbsolutePath().normalize();
    }
}
