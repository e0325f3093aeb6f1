package dev.escapement.openai;

import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.client.FinishReasons;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Prices;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample requests and replies for tests. */
final class OpenAiSamples {

    static final ModelInfo ASKED = new ModelInfo("openai", "m-1", "localhost", 443);

    static final ToolSpec<?> LOOK_UP =
            new SchemaTool("look_up", "Looks an order up.", "{\"type\":\"object\",\"properties\":{}}");

    private OpenAiSamples() {}

    static ReplyContext context() {
        return context(Flavor.OPENAI, null, List.of());
    }

    static ReplyContext context(Flavor flavor, @Nullable Prices prices, List<ToolSpec<?>> tools) {
        return new ReplyContext(
                ASKED, flavor, new OpenAiUsage(prices, flavor), new FinishReasons(flavor::stopReason), tools);
    }

    static OpenAiModel.Builder model() {
        return OpenAiModel.builder().model("m-1").baseUrl("http://localhost/v1");
    }

    static ModelRequest saying(Message... messages) {
        return new ModelRequest("Be brief.", List.of(messages), List.of());
    }

    static ModelRequest offering(ToolSpec<?>... tools) {
        return new ModelRequest("", List.of(new Message.User("Hello")), List.of(tools));
    }

    /** Returns a conversation in which one call has a result. */
    static ModelRequest answered(Message.Assistant reply, String callId) {
        return saying(new Message.User("Where is it?"), reply, new Message.ToolAnswer(callId, "On its way.", false));
    }

    static Message.Assistant calling(String id, String tool, String arguments) {
        return new Message.Assistant("", List.of(new Call(id, tool, arguments)));
    }
}
