package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.model.SourceRef;

/**
 * A component that a dialect cannot express, so that the tool does not have a schema in this dialect.
 *
 * @param source the component, or the whole tool
 * @param path the path to it in the arguments, like {@code $.items[].sku}
 * @param dialect the dialect
 * @param limitation the limitation of the dialect, with the remedy
 */
public record Inexpressible(SourceRef source, String path, SchemaDialect dialect, Clause limitation) {

    /** Returns the sentence that states the path and the limitation. */
    public String sentence() {
        return path + " " + limitation.text();
    }
}
