package org.certifact.datasets;

import org.apache.spark.api.java.JavaRDD;

/** Plain texts, one a file. The reader has checked them all before it hands them on; they are read again whenever they are evaluated. */
public final class DocumentSet {
    private final JavaRDD<Document> documents;
    private final InputFiles files;

    DocumentSet(JavaRDD<Document> documents, InputFiles files) {
        this.documents = documents;
        this.files = files;
    }

    /** The documents in the order of the files, whatever the number of partitions. */
    public JavaRDD<Document> documents() {
        return documents;
    }

    /** Their number, at least 1, known without evaluating them. */
    public int count() {
        return files.size();
    }

    /** The file of a document. */
    public String where(long source) {
        return files.name(Source.file(source));
    }

    /** The files, for a title: {@code 1790.txt and 232 more}. */
    public String title() {
        return Places.records(files).title();
    }
}
