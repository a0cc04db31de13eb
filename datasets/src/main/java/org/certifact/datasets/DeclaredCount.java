package org.certifact.datasets;

/** A file must hold as many records as it declares. */
final class DeclaredCount {
    private DeclaredCount() {}

    /** @throws BadInputException if it does not */
    static void check(String name, long declared, long found) {
        if (found != declared) {
            throw new BadInputException(name + ": declares " + declared + " entries, has " + found + ": "
                    + (found < declared ? "the file is cut short" : "the declaration or the entries are wrong"));
        }
    }
}
