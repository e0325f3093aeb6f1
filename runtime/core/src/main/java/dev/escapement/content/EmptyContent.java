package dev.escapement.content;

import dev.escapement.internal.text.Excerpt;

/** The check that the content of a file is not empty. */
final class EmptyContent {

    private static final int MAX_NAME = 100;

    private EmptyContent() {}

    /** Throws an exception for a file without bytes. */
    static void reject(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The file " + (name.isBlank() ? "" : Excerpt.line(name, MAX_NAME) + " ")
                    + "is empty, and providers reject empty files. Store a file of 1 byte or more, or send text.");
        }
    }
}
