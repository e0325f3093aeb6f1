package dev.escapement.codegen;

import dev.escapement.internal.json.JsonPath;
import java.util.Objects;
import tools.jackson.core.TokenStreamContext;

/** The paths of values that a parser reads without frames. */
final class ParserPaths {

    private ParserPaths() {}

    /** Returns the path segments from a value whose enclosing context is given to the current value of another context. */
    static String between(TokenStreamContext around, TokenStreamContext inner) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext context = inner;
                !context.equals(around);
                context = Objects.requireNonNull(context.getParent())) {
            path.insert(
                    0,
                    context.inArray()
                            ? "[" + context.getCurrentIndex() + "]"
                            : JsonPath.segment(Objects.requireNonNull(context.currentName())));
        }
        return path.toString();
    }
}
