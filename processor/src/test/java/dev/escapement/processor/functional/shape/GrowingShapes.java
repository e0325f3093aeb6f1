package dev.escapement.processor.functional.shape;

import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.Tool;
import dev.escapement.UnknownProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records whose JSON may have unknown properties. */
@SuppressWarnings("ESC040")
public interface GrowingShapes {

    /** A record without an annotation, which has the policy of the file. */
    record Line(String skuCode, int count) {}

    /** A record without components. */
    record Empty() {}

    /** A sealed interface. */
    sealed interface Change {
        /** A record with the policy of the file. */
        record Moved(String newPlace) implements Change {}

        /** A record with its own policy. */
        @Codec
        record Ended(String reason) implements Change {}
    }

    /** A codec with the default policy. */
    @Codec
    record Strict(String word, Optional<Line> line) {}

    /** A codec that ignores unknown properties. */
    @Codec(unknown = UnknownProperties.IGNORE)
    record Partner(
            String partnerId, List<Line> lines, @Nullable Partner parent) {}

    /** A tool that ignores unknown properties, except in a codec with another policy. */
    @Tool(unknown = UnknownProperties.IGNORE)
    @SuppressWarnings("ESC040")
    record Feed(
            String orderId,
            Optional<String> note,
            List<Line> lines,
            Map<String, Line> byName,
            Empty empty,
            Change change,
            Strict strict) {}

    /** A tool that rejects unknown properties, except in a codec with another policy. */
    @Tool
    @SuppressWarnings("ESC040")
    record Report(Partner partner, Line line) {}

    /** A sealed interface with its own policy. */
    @Codec(unknown = UnknownProperties.IGNORE, naming = Naming.SNAKE_CASE)
    sealed interface Message {
        /** A record. */
        record Text(String someText) implements Message {}

        /** A record without components. */
        record Ping() implements Message {}
    }

    /** A tool with that sealed interface. */
    @Tool
    @SuppressWarnings("ESC040")
    record Inbox(List<Message> messages) {}
}
