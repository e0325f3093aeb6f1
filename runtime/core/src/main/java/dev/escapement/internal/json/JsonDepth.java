package dev.escapement.internal.json;

/** The nesting depth of JSON text. */
public final class JsonDepth {

    private JsonDepth() {}

    /**
     * Returns the maximum number of objects and arrays that enclose a position.
     *
     * @param json strict JSON
     * @return the depth; 0 for a scalar
     */
    public static int of(String json) {
        int deepest = 0;
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            switch (json.charAt(i)) {
                case '{', '[' -> deepest = Math.max(deepest, ++depth);
                case '}', ']' -> depth--;
                case '"' -> i = JsonStrings.end(json, i, '"') - 1;
                default -> {
                    // part of a scalar, or white space
                }
            }
        }
        return deepest;
    }
}
