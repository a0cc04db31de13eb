package org.certifact.datasets;

/** The input cannot be used as it is. The message names what, where, the value and the way out, and is meant for the user. */
public final class BadInputException extends RuntimeException {

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
