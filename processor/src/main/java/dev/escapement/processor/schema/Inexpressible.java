package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A component that a dialect cannot express, so that the tool has no schema in this dialect.
 *
 * @param source the component, or the whole tool
 * @param path where that is in the arguments, like {@code $.items[].sku}, or in a type that contains itself, like
 *     {@code Node.next}
 * @param dialect the dialect
 * @param reason why, as the rest of a sentence about it: "is a map with free names"
 * @param remedy what to write instead, as the rest of a sentence: "use a list of records"
 */
public record Inexpressible(SourceRef source, String path, SchemaDialect dialect, String reason, String remedy) {

    /** The whole sentence. */
    public String sentence() {
        return path + " " + reason + "; " + remedy;
    }
}
