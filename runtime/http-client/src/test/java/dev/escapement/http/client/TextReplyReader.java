package dev.escapement.http.client;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A reader of an imaginary provider's protocol: {@code {"text": …}}, whole or in pieces of which one is the
 * {@code "last"} that counts, with {@code [DONE]} behind them, or {@code {"fault": …, "temporary": …}}; and an error
 * {@code {"reply": …}} that is a reply.
 */
final class TextReplyReader implements ReplyReader {

    private final Consumer<Delta> deltas;
    private final StringBuilder text = new StringBuilder();
    private String reason = "";
    private boolean isEnded;
    private boolean isOver;

    TextReplyReader(Consumer<Delta> deltas) {
        this.deltas = deltas;
    }

    @Override
    public void body(ProviderJson body) {
        piece(body);
        isEnded = true;
    }

    @Override
    public void event(ServerSentEvent event) {
        if (event.data().equals("[DONE]")) {
            isEnded = true;
            isOver = true;
        } else {
            String more = piece(ProviderJson.parse(event.data()));
            if (!more.isEmpty()) {
                deltas.accept(new Delta.Text(more));
            }
        }
    }

    private String piece(ProviderJson piece) {
        if (piece.get("fault").isText()) {
            throw new ProviderErrorException(
                    piece.get("code").isText() ? piece.get("code").text() : "faulty",
                    piece.get("fault").text(),
                    piece.get("temporary").isTrue());
        }
        String more = piece.get("text").text();
        reason = piece.get("reason").textOrJson();
        text.append(more);
        isEnded |= piece.get("last").isTrue();
        return more;
    }

    @Override
    public boolean isEnded() {
        return isEnded;
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public ReplyBuilder reply() {
        return ModelReply.builder()
                .text(text.toString())
                .provenance(new ReplyProvenance("test", "model-1", "id-1", "", ""))
                .finishReason(reason);
    }

    @Override
    public Optional<ReplyBuilder> rejected(int status, ProviderJson body) {
        return body.get("reply").isText()
                ? Optional.of(ModelReply.builder().text(body.get("reply").text()))
                : Optional.empty();
    }
}
