package dev.escapement.tool;

/**
 * The forms of JSON Schema in which the parameters of a tool can be had: what the providers of models document, or where
 * they document nothing, what they are known to accept.
 *
 * <p>All forms describe the same arguments. What a form has no keyword for stands as a sentence in a description
 * ("Must be at least 1."), and the decoder checks it in any case. Some types cannot be expressed in some forms at all;
 * {@link ToolSpec#schema} then throws, and the compiler option {@code -Aescapement.dialects=openai_strict,gemini} makes
 * that an error of compilation. Ranges that only repeat a Java type are in {@link #JSON_SCHEMA} alone: they cost tokens
 * and tell a model nothing.
 */
public enum Dialect {

    /**
     * JSON Schema 2020-12, canonical: accepts exactly what the decoder accepts without repair, except what cannot be
     * said in a schema: dates in the past or future, and what the constructor of a record refuses. For the Model Context
     * Protocol, for documentation, for tests; the source of the fingerprint.
     *
     * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
     */
    JSON_SCHEMA,

    /**
     * Function calling of OpenAI and of the many servers that speak its protocol, with {@code "strict": false}. Takes
     * any schema of an object, as a hint to the model. The same as {@link #JSON_SCHEMA} but for the ranges and patterns
     * of Java types.
     *
     * @see <a href="https://platform.openai.com/docs/guides/function-calling">Function calling</a>
     */
    OPENAI,

    /**
     * Function calling and structured outputs of OpenAI with {@code "strict": true}, which holds the model to the
     * schema. Every property is required; one that may be left out may be null instead. In words: the length of strings,
     * {@code uniqueItems}, {@code default}, and {@code format} for URIs. A reference stands alone, so the description of
     * a property that refers to a type is part of its object's. The types of a sealed interface begin with different
     * properties as far as possible. Impossible: maps, {@code JsonText}, and schemas beyond the documented sizes (5,000
     * properties, 10 levels, 120,000 characters of names and enums, 1,000 values of enums).
     *
     * @see <a href="https://platform.openai.com/docs/guides/structured-outputs#supported-schemas">Supported schemas</a>
     */
    OPENAI_STRICT,

    /**
     * Tool use of Anthropic. Takes any schema of an object, as a hint to the model. The same as {@link #OPENAI}.
     *
     * @see <a href="https://docs.anthropic.com/en/docs/agents-and-tools/tool-use">Tool use</a>
     */
    ANTHROPIC,

    /**
     * Tool use of Anthropic with {@code "strict": true}, which holds the model to the schema. In words: all bounds of
     * numbers, strings and arrays but {@code minItems} 0 and 1, patterns, {@code uniqueItems} and {@code default}. What
     * may be left out cannot be null as well. Impossible: maps, {@code JsonText}, and types that contain themselves. All
     * strict tools of one request may have 24 optional properties and 16 unions together.
     *
     * @see <a href="https://docs.anthropic.com/en/docs/build-with-claude/structured-outputs">Structured outputs</a>
     */
    ANTHROPIC_STRICT,

    /**
     * {@code parametersJsonSchema} and {@code responseJsonSchema} of Gemini, in the keywords that its documentation
     * lists. In words: exclusive bounds, {@code multipleOf}, the length of strings, patterns, formats but
     * {@code date-time}, {@code date} and {@code time}, {@code uniqueItems}, the names and number of the entries of a
     * map, {@code default}. The types of a sealed interface become one object whose description says what belongs
     * together. A type that contains itself is written out up to three levels deep. Impossible: {@code JsonText}, types
     * that contain themselves through a property that is required, and sealed interfaces whose types have properties of
     * one name and different kinds.
     *
     * @see <a href="https://ai.google.dev/gemini-api/docs/structured-output">Structured output</a>
     */
    GEMINI
}
