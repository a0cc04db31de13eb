package org.certifact.datasets;

import java.net.URI;
import org.apache.hadoop.fs.Path;

/** Turns the URI of a file and the 0-based index of a row in it into a place. Rows of one file come one after the other. */
final class ParquetPlaces {
    private final InputFiles files;
    private String lastUri = "";
    private int lastFile;

    ParquetPlaces(InputFiles files) {
        this.files = files;
    }

    long source(String uri, long index) {
        if (!uri.equals(lastUri)) {
            lastUri = uri;
            lastFile = files.index(new Path(URI.create(uri)).toString());
        }
        return Source.encode(lastFile, index + 1);
    }
}
