package org.certifact.datasets;

import java.io.Serializable;

/** What became of one record of the input: an entry, a row of a table, or the reason why it is neither. */
sealed interface Parsed extends Serializable permits Entry, DenseRow, BadRecord {
    /** The place of the record, see {@link Source}. */
    long source();
}
