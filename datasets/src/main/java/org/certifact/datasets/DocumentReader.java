package org.certifact.datasets;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads plain texts in UTF-8, one a file. A file is read by one task, whole. */
public final class DocumentReader {
    private static final int DOCUMENTS_A_TASK = 256;

    private DocumentReader() {}

    /**
     * A document for each file, named by it: by its name, or by its path below the directory that holds them all where two have one name.
     * Every file is read once to check it, and again when the documents are evaluated.
     *
     * @param paths files, directories (all files below, names that begin with _ or . aside) or globs, of any Hadoop file system; gzip and
     *     whatever else Hadoop decompresses too
     * @throws BadInputException if there is no file, or if one cannot be read, is not text in UTF-8 or holds neither letter nor digit
     */
    public static DocumentSet read(JavaSparkContext spark, List<String> paths) {
        InputFiles files = InputFiles.findAll(paths, spark.hadoopConfiguration());
        List<Integer> all = IntStream.range(0, files.size()).boxed().toList();
        int tasks = Math.max(spark.defaultParallelism(), files.size() / DOCUMENTS_A_TASK + 1);
        JavaRDD<Integer> indices = spark.parallelize(all, Math.min(files.size(), tasks));
        DocumentSource source = new DocumentSource(spark, files);
        for (String problem :
                indices.map(source::problem).setName("check of documents").collect()) {
            if (!problem.isEmpty()) {
                throw new BadInputException(problem);
            }
        }
        return new DocumentSet(indices.map(source::document).setName("documents"), files);
    }
}
