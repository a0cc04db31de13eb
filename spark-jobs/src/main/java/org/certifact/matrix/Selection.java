package org.certifact.matrix;

import java.io.Serializable;
import org.certifact.datasets.Entry;

/** Chooses entries of a table: those to train on, or those held out. */
@FunctionalInterface
public interface Selection extends Serializable {
    /** Every entry. */
    Selection ALL = new Everything();

    /** Whether the entry belongs to the selection. */
    boolean has(Entry e);

    /** Whether it leaves nothing out, so that nobody needs to ask about every entry. */
    default boolean everything() {
        return false;
    }

    /** Leaves nothing out. */
    final class Everything implements Selection {
        private static final long serialVersionUID = 1L;

        private Everything() {}

        @Override
        public boolean has(Entry e) {
            return true;
        }

        @Override
        public boolean everything() {
            return true;
        }
    }
}
