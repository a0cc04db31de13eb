package org.certifact.datasets;

/** A record cannot be an entry; the message is the reason. Without a stack trace, since there may be millions. */
final class Rejection extends Exception {

    Rejection(String reason) {
        super(reason, null, false, false);
    }
}
