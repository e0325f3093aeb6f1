package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;
import java.util.Optional;

/** Descriptions from all sources, with all kinds of characters. */
public interface DescribedShapes {

    /** Text that ends comments, strings and text blocks, or begins escapes. */
    String HOSTILE =
            "*/ \"quoted\" \"\"\" \\ \\\\ \\u002a\\u002f \\n $L $$ %s {@code x} <b> & \t\r\n\u0001 ß 日本 😀 \u2028 .";

    /**
     * Unused: the annotation takes precedence.
     *
     * @param ours unused
     * @param both unused
     * @param jackson unused
     * @param javadoc the {@code words} of the <em>comment</em>, with a {@link List}
     *     over two lines
     */
    @Tool
    @Describe("Ours")
    @JsonClassDescription("Jackson's, never seen")
    record Sources(
            @Describe("ours") String ours,

            @Describe("ours, though Jackson has one") @JsonPropertyDescription("never seen")
            String both,

            @JsonPropertyDescription("Jackson's") String jackson,
            String javadoc,
            @Describe("where it is used") Thing used,
            Thing typed) {}

    /** A thing. */
    record Thing(String name) {}

    /**
     * Described by Jackson.
     *
     * @param word a word
     */
    @Tool
    @JsonClassDescription("Jackson's")
    record ByJackson(String word) {}

    /** A record with hostile text in every possible description. */
    @Tool
    @Describe(HOSTILE)
    record Hostile(
            @Describe(HOSTILE) String text,
            @JsonPropertyDescription(HOSTILE) Optional<HostileType> type,
            @Describe(HOSTILE) List<HostileUnion> unions) {}

    /** A record. */
    @Describe(HOSTILE)
    record HostileType(@Describe(HOSTILE) int number) {}

    /** A union. */
    @Describe(HOSTILE)
    sealed interface HostileUnion {
        /** A branch. */
        @Describe(HOSTILE)
        record Branch(@Describe(HOSTILE) Optional<HostileUnion> next) implements HostileUnion {}
    }

    /**
     * A comment with "quotes", \ and \\ and &lt;tags&gt;, {@literal <b>} and 日本 😀; see {@link Sources#javadoc()}.
     *
     * <p>And a second paragraph.
     *
     * @param text $L and """ and {@code *}/
     */
    @Tool
    record Comment(String text) {}
}
