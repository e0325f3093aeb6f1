package dev.escapement.tool;

/**
 * A variant of JSON Schema for tool parameters. Each dialect is limited to the keywords that a provider documents or,
 * in the absence of documentation, is known to accept.
 *
 * <p>All dialects describe the same arguments. A constraint without a keyword in the dialect becomes a sentence in a
 * description ("Must be at least 1."); the decoder checks it in every dialect. Some dialects cannot express some
 * types; {@link ToolSpec#schema} then throws an exception, and the compiler option
 * {@code -Aescapement.dialects=openai_strict,gemini} reports a compile-time error. Only {@link #JSON_SCHEMA} includes
 * ranges that repeat a Java type, because they cost tokens without informing a model.
 */
public enum Dialect {

    /**
     * Canonical JSON Schema 2020-12. A schema accepts every value that the decoder accepts without repair. The decoder
     * refuses some values that the schema accepts, because a schema cannot express the rule, such as:
     *
     * <ul>
     *   <li>nesting, numbers and exponents beyond the limits of {@link dev.escapement.codegen.JsonReader};
     *   <li>times in the past or future, leap seconds other than 23:59:60 UTC, and dates and times that leave the years
     *       0000 to 9999 because a leap second or an offset of more than 18 hours is converted;
     *   <li>currency codes and time zones that the JDK does not know, and offsets that a time zone does not have at that
     *       time;
     *   <li>elements of a set and keys of a map that differ in JSON but are equal in Java, such as a UUID in upper and in
     *       lower case, or numbers that are rounded to the same double;
     *   <li>numbers that violate a bound only after they are rounded to a float or double;
     *   <li>values that a constructor rejects.
     * </ul>
     *
     * <p>Intended for the Model Context Protocol, documentation and tests; {@link ToolSpec#fingerprint} is the hash of
     * this schema.
     *
     * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
     */
    JSON_SCHEMA,

    /**
     * Non-strict OpenAI function calling, which many other servers also implement. Requests contain
     * {@code "strict": false}. Accepts any schema of an object, as a hint to the model. Equal to {@link #JSON_SCHEMA}
     * without the ranges and patterns of Java types. Words replace the pattern of a class that has no {@code format}.
     *
     * @see <a href="https://platform.openai.com/docs/guides/function-calling">Function calling</a>
     */
    OPENAI,

    /**
     * Strict OpenAI function calling and structured outputs. Requests contain {@code "strict": true}, which enforces
     * the schema. Every property is required; an optional one may be null instead. In words: the length of strings,
     * {@code uniqueItems} and {@code default}. A reference cannot have siblings, so the
     * description of a property that refers to a type is part of its object's description. The types of a sealed
     * interface begin with different properties as far as possible. Impossible: maps, {@code JsonText}, and schemas
     * beyond the documented sizes (5,000 properties, 10 levels, 120,000 characters of names and enums, 1,000 values of
     * enums).
     *
     * @see <a href="https://platform.openai.com/docs/guides/structured-outputs#supported-schemas">Supported schemas</a>
     */
    OPENAI_STRICT,

    /**
     * Non-strict Anthropic tool use. Accepts any schema of an object, as a hint to the model. Equal to {@link #OPENAI}.
     *
     * @see <a href="https://docs.anthropic.com/en/docs/agents-and-tools/tool-use">Tool use</a>
     */
    ANTHROPIC,

    /**
     * Strict Anthropic tool use. Requests contain {@code "strict": true}, which enforces the schema. In words: all
     * bounds of numbers, strings and arrays except {@code minItems} 0 and 1, patterns, {@code uniqueItems} and
     * {@code default}. Optional properties cannot be null. Impossible: maps, {@code JsonText}, and recursive types. The
     * strict tools of one request may have 24 optional properties and 16 unions in total.
     *
     * @see <a href="https://docs.anthropic.com/en/docs/build-with-claude/structured-outputs">Structured outputs</a>
     */
    ANTHROPIC_STRICT,

    /**
     * Gemini's {@code parametersJsonSchema} and {@code responseJsonSchema}, restricted to the documented keywords. In
     * words: exclusive bounds, {@code multipleOf}, the length of strings, patterns, formats except {@code date-time},
     * {@code date} and {@code time}, {@code uniqueItems}, the names and number of the entries of a map,
     * {@code default}. The types of a sealed interface become one object whose description lists the properties of each
     * type. A recursive type is expanded up to three levels deep. Impossible: {@code JsonText}, types that contain
     * themselves through a required property, and sealed interfaces whose types have properties with the same name but
     * different kinds.
     *
     * @see <a href="https://ai.google.dev/gemini-api/docs/structured-output">Structured output</a>
     */
    GEMINI
}
