package dev.escapement.server.follow;

import dev.escapement.Codec;
import dev.escapement.model.Delta;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/**
 * An increment of a reply in progress.
 *
 * @param type {@code text} and {@code thinking} with {@code text}, {@code call_begun} with {@code index} and {@code tool}, {@code
 *     arguments} with {@code index} and {@code fragment}, {@code discarded}
 * @param text the text that follows the text received so far
 * @param index the position of the call in the reply, counted from 0
 * @param tool the name of the tool
 * @param fragment the JSON text that follows the arguments received so far
 */
@Codec
public record DeltaBody(
        @Pattern(regexp = "text|thinking|call_begun|arguments|discarded")
        String type,

        Optional<String> text,
        Optional<Integer> index,
        Optional<String> tool,
        Optional<String> fragment) {
    static final String DISCARDED_TYPE = "discarded";

    private static final String ARGUMENTS = "arguments";

    /** Notifies that the deltas received so far are void. */
    static final DeltaBody DISCARDED =
            new DeltaBody(DISCARDED_TYPE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Delta.Visitor<DeltaBody> CONVERSION = new Delta.Visitor<>() {
        @Override
        public DeltaBody text(Delta.Text delta) {
            return ofText("text", delta.text());
        }

        @Override
        public DeltaBody thinking(Delta.Thinking delta) {
            return ofText("thinking", delta.text());
        }

        @Override
        public DeltaBody callBegun(Delta.CallBegun delta) {
            return new DeltaBody(
                    "call_begun",
                    Optional.empty(),
                    Optional.of(delta.index()),
                    Optional.of(delta.tool()),
                    Optional.empty());
        }

        @Override
        public DeltaBody arguments(Delta.Arguments delta) {
            return new DeltaBody(
                    ARGUMENTS,
                    Optional.empty(),
                    Optional.of(delta.index()),
                    Optional.empty(),
                    Optional.of(delta.fragment()));
        }

        @Override
        public DeltaBody discarded(Delta.Discarded delta) {
            return DISCARDED;
        }
    };

    private static DeltaBody ofText(String type, String text) {
        return new DeltaBody(type, Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@return a delta in this form} */
    public static DeltaBody of(Delta delta) {
        return delta.accept(CONVERSION);
    }

    /** {@return the text that later deltas of the same kind continue} */
    String content() {
        return text.or(() -> fragment).orElse("");
    }

    /** {@return whether the content of another delta continues that of this one} */
    boolean isContinuedBy(DeltaBody next) {
        return type.equals(next.type) && index.equals(next.index) && tool.isEmpty() && next.tool.isEmpty();
    }

    /** {@return this delta with other content} */
    DeltaBody with(String content) {
        return new DeltaBody(type, text.map(old -> content), index, tool, fragment.map(old -> content));
    }

    boolean isDiscarded() {
        return type.equals(DISCARDED_TYPE);
    }
}
