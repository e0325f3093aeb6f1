package dev.escapement.processor.generate;

import java.util.List;

/** The maximum length of a string constant in a class file. */
final class ConstantLimit {

    /** The maximum number of bytes of a constant in javac, one byte less than in a class file. */
    static final int MAX_BYTES = 65_534;

    private ConstantLimit() {}

    /**
     * Groups strings into lists, so that the concatenation of each list is a valid constant.
     *
     * @param parts strings that are themselves valid constants
     */
    static List<List<String>> split(List<String> parts) {
        return LimitedGroups.of(
                parts, MAX_BYTES, part -> part.chars().map(ConstantLimit::bytes).sum());
    }

    /** Returns the number of bytes of a UTF-16 code unit in a class file, which encodes surrogates separately. */
    private static int bytes(int unit) {
        if (unit < 0x80) {
            return unit == 0 ? 2 : 1;
        }
        return unit < 0x800 ? 2 : 3;
    }
}
