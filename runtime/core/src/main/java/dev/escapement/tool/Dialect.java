package dev.escapement.tool;

/** The forms of JSON Schema in which the parameters of a tool can be had. */
public enum Dialect {

    /**
     * JSON Schema 2020-12, canonical: says everything that the decoder checks, the ranges of Java's number types
     * included. Also what the Model Context Protocol wants.
     */
    JSON_SCHEMA,

    /**
     * Function calling of OpenAI and compatible servers, not strict. As {@link #JSON_SCHEMA}, without bounds that say
     * no more than the range of a Java type: they cost tokens and tell a model nothing.
     */
    OPENAI
}
