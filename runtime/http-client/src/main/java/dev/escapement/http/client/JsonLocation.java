package dev.escapement.http.client;

import dev.escapement.model.spi.ProviderText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The location of a value within a JSON document. Its path is built only on demand. */
final class JsonLocation {

    static final JsonLocation ROOT = new JsonLocation(null, null, 0);

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final int MAX_NAME_LENGTH = 100;

    private final @Nullable JsonLocation parent;
    private final @Nullable String name;
    private final int index;

    private JsonLocation(@Nullable JsonLocation parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    JsonLocation property(String property) {
        return new JsonLocation(this, property, 0);
    }

    JsonLocation element(int element) {
        return new JsonLocation(this, null, element);
    }

    /** Returns the path of the value, for example {@code $.choices[0].message}. */
    @Override
    public String toString() {
        return appendTo(new StringBuilder()).toString();
    }

    private StringBuilder appendTo(StringBuilder path) {
        if (parent == null) {
            return path.append('$');
        }
        parent.appendTo(path);
        if (name == null) {
            return path.append('[').append(index).append(']');
        }
        return PLAIN_NAME.matcher(name).matches()
                ? path.append('.').append(name)
                : path.append('[')
                        .append(ProviderText.quoted(name, MAX_NAME_LENGTH))
                        .append(']');
    }
}
