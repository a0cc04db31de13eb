package org.certifact.ml;

/** Which words are so common that they say nothing about a text. */
public enum StopWords {
    /** All words count. */
    NONE,
    /** Spark ML's English stop words are left out. */
    ENGLISH
}
