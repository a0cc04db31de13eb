package org.certifact.datasets;

/** A record that is not an entry: where it stands, why it was refused, and its text. */
final class BadRecord implements Parsed {
    private final long source;
    private final String reason;
    private final String text;

    BadRecord(long source, String reason, String text) {
        this.source = source;
        this.reason = reason;
        this.text = text;
    }

    @Override
    public long source() {
        return source;
    }

    String reason() {
        return reason;
    }

    String text() {
        return text;
    }

    /** The same without its text, which may be long. */
    BadRecord withoutText() {
        return new BadRecord(source, reason, "");
    }
}
