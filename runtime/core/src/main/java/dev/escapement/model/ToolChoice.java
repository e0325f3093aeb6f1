package dev.escapement.model;

/** The constraint of a request on calling tools. */
public enum ToolChoice {

    /** The model chooses between text, calls, or both. */
    AUTO,

    /** The model must make at least one call. Providers that do not support this constraint ignore it. */
    REQUIRED
}
