package dev.escapement.processor.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole schema.
 *
 * @param root the schema of the type that was asked for
 * @param definitions the types that contain themselves, by the names that references give, in the order of their first
 *     use; the root is not among them
 */
public record SchemaDocument(Schema root, Map<String, Schema> definitions) {
    public SchemaDocument {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }
}
