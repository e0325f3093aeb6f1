package dev.escapement.processor.model;

/**
 * The model of a trigger, a method that converts a typed event to the input of a thread.
 *
 * @param method its name, which is also the name of the trigger
 * @param source the place of its declaration
 * @param parameter the name of its parameter
 * @param payload the shape of the event
 * @param exported whether the type of the event is public
 */
public record TriggerModel(String method, SourceRef source, String parameter, TypeShape payload, boolean exported) {}
