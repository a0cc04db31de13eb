package org.certifact.linalg.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.incubator.vector.DoubleVector;

/**
 * Copies of {@link VectorRowLoops}, each with its own number of vectors: the one class file is defined once for each number,
 * as a hidden class that reads the number from its class data.
 */
final class VectorTemplate {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

    /** Numbers in the widest strip. */
    static final int WIDEST = VectorRowLoops.WIDEST * LANES;

    private static final VectorLoops[] COPIES = copies();

    private VectorTemplate() {}

    /** The loops for rows of a positive width up to {@link #WIDEST}, which is a multiple of the lanes. */
    static VectorLoops of(int width) {
        return COPIES[width / LANES];
    }

    /** The loops for the strip at an offset of rows of any width. */
    static StripLoops strip(int stride, int offset) {
        return of(Math.min(WIDEST, stride - offset));
    }

    private static VectorLoops[] copies() {
        VectorLoops[] loops = new VectorLoops[VectorRowLoops.WIDEST + 1];
        byte[] bytes = classFile();
        for (int vectors = 1; vectors < loops.length; vectors++) {
            loops[vectors] = copy(bytes, vectors);
        }
        return loops;
    }

    private static byte[] classFile() {
        try (InputStream in = VectorRowLoops.class.getResourceAsStream("VectorRowLoops.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VectorLoops copy(byte[] classFile, int vectors) {
        try {
            MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClassWithClassData(classFile, vectors, true);
            return (VectorLoops) copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new LinkageError("no loops for " + vectors + " vectors", e);
        }
    }
}
