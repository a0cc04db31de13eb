package org.certifact.datasets;

import java.io.Serializable;

/** What became of one record of the input: an entry, or the reason why it is none. */
sealed interface Parsed extends Serializable permits Entry, BadRecord {
    /** The place of the record, see {@link Source}. */
    long source();
}
