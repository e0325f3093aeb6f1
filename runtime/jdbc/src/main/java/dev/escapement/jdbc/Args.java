package dev.escapement.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the named parameters of a statement. */
final class Args {

    /**
     * A list for PostgreSQL, which passes it as one array.
     *
     * @param type the type of the elements
     * @param values the elements
     */
    record ArrayValue(String type, List<? extends @Nullable Object> values) {}

    private final Map<String, @Nullable Object> values = new HashMap<>();

    private Args() {}

    static Args none() {
        return new Args();
    }

    static Args of(String name, @Nullable Object value) {
        return new Args().and(name, value);
    }

    Args and(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    @Nullable
    Object get(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("the parameter :" + name + " is missing");
        }
        return values.get(name);
    }
}
