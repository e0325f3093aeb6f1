package dev.escapement.processor.diagnostic;

/** The severity of a problem. */
public enum Severity {
    /** The severity of a problem that prevents code generation. */
    ERROR,
    /** The severity of a likely mistake. It fails a build with {@code -Werror}. */
    WARNING,
    /** The severity of advice. It never fails a build. */
    NOTE
}
