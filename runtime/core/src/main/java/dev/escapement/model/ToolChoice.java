package dev.escapement.model;

/** The constraint of a request on the model's choice between text and calls. */
public enum ToolChoice {

    /** A free choice between text, calls, or both. */
    AUTO,

    /** At least one call. Providers that do not support this constraint ignore it. */
    REQUIRED
}
