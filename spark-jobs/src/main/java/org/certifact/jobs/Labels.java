package org.certifact.jobs;

import java.util.Optional;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Entry;

/** What the logistic loss asks of values: −1 and 1, or 0 and 1. */
final class Labels {
    private Labels() {}

    /** @throws BadInputException naming the first entry that is no label, or the two that are of different kinds */
    static void require(LoadedEntries loaded) {
        loaded.table().first(y -> y != -1 && y != 0 && y != 1).ifPresent(entry -> {
            throw new BadInputException(place(loaded, entry) + ": value '" + entry.value() + "' (row '" + entry.row()
                    + "', column '" + entry.column()
                    + "') is no label; --loss logistic takes -1 and 1, or 0 and 1: give another --loss");
        });
        if (loaded.table().any(y -> y == 0) && loaded.table().any(y -> y == -1)) {
            Optional<Entry> zero = loaded.table().first(y -> y == 0);
            Optional<Entry> minus = loaded.table().first(y -> y == -1);
            throw new BadInputException(place(loaded, zero.orElseThrow()) + ": value 0, but -1 at "
                    + place(loaded, minus.orElseThrow())
                    + "; --loss logistic takes -1 and 1, or 0 and 1, not all three: leave out the entries that are"
                    + " neither yes nor no");
        }
    }

    private static String place(LoadedEntries loaded, Entry entry) {
        return loaded.source().where(entry.source());
    }
}
