package dev.escapement.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply of a model, independent of the provider. Immutable; each method returns a changed copy.
 *
 * @param parts the parts in the model's order
 * @param end the reason for which it ends
 * @param tokens its usage
 * @param split the deltas of a streamed reply
 */
public record FakeReply(List<Part> parts, End end, Tokens tokens, Split split) implements Play {

    /** A piece of a reply. */
    public sealed interface Part {

        /** Text. */
        record Text(String text) implements Part {}

        /** A call; the arguments need not be JSON. */
        record Call(String id, String tool, String arguments) implements Part {}

        /** The thinking of the model, which some providers do not send. */
        record Thinking(String text) implements Part {}

        /** A reason for declining. */
        record Refusal(String text) implements Part {}
    }

    /** A reason for which a model stops. */
    public enum End {
        COMPLETE,
        LENGTH,
        FILTERED,
        REFUSED,
        UNHEARD_OF
    }

    /** The usage of a reply; the input includes the cached tokens. */
    public record Tokens(long input, long cached, long output) {}

    public FakeReply {
        parts = List.copyOf(parts);
    }

    @Override
    public void perform(Stage stage) throws IOException {
        stage.say(this);
    }

    static FakeReply nothing() {
        return new FakeReply(List.of(), End.COMPLETE, new Tokens(100, 0, 10), Split.NOT);
    }

    public FakeReply text(String text) {
        return with(new Part.Text(text));
    }

    public FakeReply call(String id, String tool, String arguments) {
        return with(new Part.Call(id, tool, arguments));
    }

    public FakeReply thinking(String text) {
        return with(new Part.Thinking(text));
    }

    /** Returns a copy that ends at the length limit, possibly within a part. */
    public FakeReply cutOff() {
        return new FakeReply(parts, End.LENGTH, tokens, split);
    }

    /** Returns a copy that ends because of a content filter. */
    public FakeReply filtered() {
        return new FakeReply(parts, End.FILTERED, tokens, split);
    }

    /** Returns a copy that ends for an unknown reason. */
    public FakeReply endingOddly() {
        return new FakeReply(parts, End.UNHEARD_OF, tokens, split);
    }

    FakeReply refusing(String reason) {
        FakeReply reply = with(new Part.Refusal(reason));
        return new FakeReply(reply.parts, End.REFUSED, tokens, split);
    }

    /** Returns a copy with this usage. */
    public FakeReply tokens(long input, long cached, long output) {
        return new FakeReply(parts, end, new Tokens(input, cached, output), split);
    }

    /** Returns a copy that is split in this way if streamed. */
    public FakeReply split(Split pieces) {
        return new FakeReply(parts, end, tokens, pieces);
    }

    /** Returns the calls in the model's order. */
    List<Part.Call> calls() {
        return parts.stream()
                .filter(Part.Call.class::isInstance)
                .map(Part.Call.class::cast)
                .toList();
    }

    /** Returns the concatenated text. */
    String allText() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof Part.Text reply ? reply.text() : ""));
        return text.toString();
    }

    private FakeReply with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new FakeReply(more, end, tokens, split);
    }
}
