package org.certifact.matrix;

import java.io.Serializable;
import org.certifact.datasets.Entry;

/** Chooses entries of a table: those to train on, or those held out. */
@FunctionalInterface
public interface Selection extends Serializable {
    /** Every entry. */
    Selection ALL = e -> true;

    /** Whether the entry belongs to the selection. */
    boolean has(Entry e);
}
