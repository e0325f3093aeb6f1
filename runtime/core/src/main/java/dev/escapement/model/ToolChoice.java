package dev.escapement.model;

/** Whether a model has to call a tool. */
public enum ToolChoice {

    /** As it likes: text, calls, or both. */
    AUTO,

    /** At least one call. A provider that cannot hold its model to that may ignore it. */
    REQUIRED
}
