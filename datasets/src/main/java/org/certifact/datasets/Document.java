package org.certifact.datasets;

import java.util.Objects;

/** One text as it was read. A plain class because Spark's Kryo cannot write records. */
public final class Document {
    private final String id;
    private final String text;
    private final long source;

    /**
     * A document; what may stand in it is checked where it is read.
     *
     * @param source the place it was read from, see {@link Source}
     */
    public Document(String id, String text, long source) {
        this.id = Objects.requireNonNull(id, "id");
        this.text = Objects.requireNonNull(text, "text");
        this.source = source;
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** The file the document was read from, see {@link Source}; {@link DocumentSet#where} makes it readable. */
    public long source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && id.equals(that.id) && text.equals(that.text) && source == that.source;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, text, source);
    }

    @Override
    public String toString() {
        return id + ", " + text.length() + " characters";
    }
}
