package org.certifact.datasets;

/** A record cannot be an entry; the message is the reason. Without a stack trace, since there may be millions. */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    Rejection(String reason) {
        super(reason, null, false, false);
    }
}
