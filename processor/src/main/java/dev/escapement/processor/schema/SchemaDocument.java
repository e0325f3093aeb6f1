package dev.escapement.processor.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A root schema and its definitions.
 *
 * @param root the schema of the requested type
 * @param definitions the recursive types, and in a large schema also the types that are used more than once, by the
 *     names in references, in the order of their first use; excludes the root
 * @param recursive the names of the recursive types
 */
public record SchemaDocument(Schema root, Map<String, Schema> definitions, Set<String> recursive) {
    public SchemaDocument {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        recursive = Set.copyOf(recursive);
    }
}
