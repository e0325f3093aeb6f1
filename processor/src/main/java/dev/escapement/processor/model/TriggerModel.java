package dev.escapement.processor.model;

/**
 * A method that turns something typed into the input of a thread.
 *
 * @param method its name, which is the name of the trigger, too
 * @param source where it is declared
 * @param parameter the name of its parameter
 * @param payload what it is given
 * @param exported whether the type of that is public
 */
public record TriggerModel(String method, SourceRef source, String parameter, TypeShape payload, boolean exported) {}
