package dev.escapement.processor.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A whole schema.
 *
 * @param root the schema of the type that was asked for
 * @param definitions the types that contain themselves, and in a large schema those that are used more than once, by the
 *     names that references give, in the order of their first use; the root is not among them
 * @param recursive the names of those that contain themselves
 */
public record SchemaDocument(Schema root, Map<String, Schema> definitions, Set<String> recursive) {
    public SchemaDocument {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        recursive = Set.copyOf(recursive);
    }
}
