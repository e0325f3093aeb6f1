package dev.escapement.server.web;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;

/** A model that publishes a notice, asks its author and ends the work, each with the same text. */
final class NoticeModel implements Model {
    private final String json;

    /**
     * Creates the model.
     *
     * @param json the text as JSON
     */
    NoticeModel(String json) {
        this.json = json;
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        long replies = request.messages().stream()
                .filter(Message.Assistant.class::isInstance)
                .count();
        String id = "call_" + replies;
        if (replies == 0) {
            return ModelReply.call(id, "publish_notice", "{\"text\":" + json + "}");
        } else if (replies == 1) {
            return ModelReply.call(id, "ask_author", "{\"question\":" + json + "}");
        }
        return ModelReply.call(id, "close_notice", "{\"text\":" + json + "}");
    }
}
