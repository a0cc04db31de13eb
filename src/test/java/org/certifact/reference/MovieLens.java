package org.certifact.reference;

import java.nio.file.Path;

/** MovieLens 100K: {@code ml-100k/u.data} of the {@link SharedData}. */
public final class MovieLens {
    private MovieLens() {}

    public static Path file() {
        return SharedData.file("ml-100k", "u.data");
    }
}
