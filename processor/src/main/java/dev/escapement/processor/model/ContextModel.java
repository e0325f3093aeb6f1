package dev.escapement.processor.model;

/**
 * The agent method that renders the thread for the model.
 *
 * @param method its name
 * @param source the place of its declaration
 * @param returnsText whether it returns a string, not a list of messages
 * @param takesLastRequest whether the method has a second parameter for whether this is the last request
 */
public record ContextModel(String method, SourceRef source, boolean returnsText, boolean takesLastRequest) {}
