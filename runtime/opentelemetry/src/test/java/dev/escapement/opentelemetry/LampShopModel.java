package dev.escapement.opentelemetry;

import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A model with a description, and the replies that tests of {@link LampShop} script.
 *
 * @param info the description
 * @param model the source of the replies
 */
record LampShopModel(ModelInfo info, Model model) implements Model {

    static final ModelInfo INFO = new ModelInfo("openai", "gpt-4o-mini", "api.example.com", 8443);

    static LampShopModel of(ModelReply... replies) {
        return new LampShopModel(INFO, ScriptedModel.of(replies));
    }

    static LampShopModel of(List<ModelReply> replies) {
        return of(replies.toArray(ModelReply[]::new));
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        return model.reply(request);
    }

    /** Returns a reply of 7 tokens to a request of 100 tokens, 60 of which were cached. */
    static ModelReply detailed(String text, StopReason stop, Call... calls) {
        return new ModelReply(
                text,
                List.of(calls),
                new Usage(100, 7, 60, BigDecimal.ZERO),
                stop,
                new ReplyProvenance("openai", "gpt-4o-mini-2024-07-18", "chatcmpl-1", "", ""),
                Optional.empty());
    }

    static Call lookUp(String id, String orderId) {
        return new Call(id, "look_up", "{\"orderId\":\"" + orderId + "\"}");
    }

    static Call note(String id, String text) {
        return new Call(id, "note", "{\"text\":\"" + text + "\"}");
    }

    static Call close(String id) {
        return new Call(id, "close", "{\"summary\":\"all well\"}");
    }
}
