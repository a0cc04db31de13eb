package org.certifact.linalg.dense;

/** Turns two rows of a matrix towards each other. */
interface PlaneRotation {
    /** The fastest that this JVM can run. */
    PlaneRotation BEST = choose();

    /** (x, y) becomes (c x − s y, s x + c y). @param x as long as y. Both modified. */
    void turn(double[] x, double[] y, double c, double s);

    /** A length to which rows may be padded with zeros, for whole vectors. */
    int padded(int length);

    private static PlaneRotation choose() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new VectorRotation()
                : new ScalarRotation();
    }

    /** One number at a time. */
    final class ScalarRotation implements PlaneRotation {
        @Override
        public void turn(double[] x, double[] y, double c, double s) {
            turn(x, y, c, s, 0);
        }

        /** From a column on. */
        static void turn(double[] x, double[] y, double c, double s, int from) {
            for (int k = from; k < x.length; k++) {
                double u = x[k];
                double w = y[k];
                x[k] = Math.fma(-s, w, c * u);
                y[k] = Math.fma(s, u, c * w);
            }
        }

        @Override
        public int padded(int length) {
            return length;
        }
    }
}
