package dev.escapement.wire;

import dev.escapement.model.spi.ProviderText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a JSON value stands. Put into words only when somebody asks. */
final class Place {

    static final Place ROOT = new Place(null, null, 0);

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final int MAX_NAME_LENGTH = 100;

    private final @Nullable Place parent;
    private final @Nullable String name;
    private final int index;

    private Place(@Nullable Place parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    Place property(String property) {
        return new Place(this, property, 0);
    }

    Place element(int element) {
        return new Place(this, null, element);
    }

    /** A path like {@code $.choices[0].message}. */
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
