package org.certifact.linalg.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Copies of {@link VectorRowLoops}, each with its own number of vectors: the one class file is defined once for each number,
 * as a hidden class that reads the number from its class data.
 */
final class VectorTemplate {
    private VectorTemplate() {}

    /** The loops for strips of 1 .. {@link VectorRowLoops#WIDEST} vectors, at these indices. Entry 0 is null. */
    static RowLoops[] copies() {
        RowLoops[] loops = new RowLoops[VectorRowLoops.WIDEST + 1];
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

    private static RowLoops copy(byte[] classFile, int vectors) {
        try {
            MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClassWithClassData(classFile, vectors, true);
            return (RowLoops) copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new LinkageError("no loops for " + vectors + " vectors", e);
        }
    }
}
