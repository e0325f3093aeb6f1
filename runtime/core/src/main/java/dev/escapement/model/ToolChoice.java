package dev.escapement.model;

/** A request's constraint on the model's choice between text and tool calls. */
public enum ToolChoice {

    /** The model may reply with text, tool calls, or both. */
    AUTO,

    /** The model must make at least one tool call. Providers that do not support this constraint ignore it. */
    REQUIRED
}
