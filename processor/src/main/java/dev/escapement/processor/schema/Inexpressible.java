package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.model.SourceRef;

/**
 * A component that a dialect cannot express, so that the tool has no schema in this dialect.
 *
 * @param source the component, or the whole tool
 * @param path where that is in the arguments, like {@code $.items[].sku}, or in a type that contains itself, like
 *     {@code Node.next}
 * @param dialect the dialect
 * @param limitation the limitation of the dialect, with the remedy
 */
public record Inexpressible(SourceRef source, String path, SchemaDialect dialect, Clause limitation) {

    /** The whole sentence. */
    public String sentence() {
        return path + " " + limitation.text();
    }
}
