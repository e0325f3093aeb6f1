package dev.escapement.openai;

import dev.escapement.fake.client.FuzzTally;
import dev.escapement.fake.client.JsonDamage;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ProviderJson;
import org.junit.jupiter.api.Test;

/** Tests that a damaged reply is either read or rejected with one of two exceptions. */
class OpenAiHostileRepliesTest {

    private static final String CHAT =
            "{\"id\":\"r\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                    + "\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"}],\"refusal\":null,\"reasoning\":\"t\","
                    + "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}],"
                    + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":1}}}";

    private static final String RESPONSE = "{\"id\":\"r\",\"model\":\"m\",\"status\":\"completed\",\"error\":null,"
            + "\"incomplete_details\":null,\"output\":[{\"type\":\"reasoning\",\"summary\":[{\"text\":\"t\"}],"
            + "\"content\":[]},{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"a\"}]},"
            + "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"{}\"}],"
            + "\"usage\":{\"input_tokens\":1,\"output_tokens\":2,\"input_tokens_details\":{\"cached_tokens\":1}}}";

    private static final int ROUNDS = Integer.getInteger("hostile.replies", 1_000);

    private final OpenAiModel chat = OpenAiSamples.model().build();
    private final OpenAiModel responses =
            OpenAiSamples.model().protocol(Protocol.RESPONSES).build();
    private final FuzzTally tally = new FuzzTally();

    @Test
    void damagedReplyIsReadOrRejected() {
        JsonDamage damage = new JsonDamage(5);
        for (int i = 0; i < ROUNDS; i++) {
            String whole = damage.of(CHAT);
            tally.read(whole, () -> ReplyFeed.body(chat.reader(OpenAiSamples.offering(), delta -> {}), whole));
            String chunk = damage.of(CHAT.replace("message", "delta"));
            String stream = "data: " + chunk + "\n\ndata: " + chunk + "\n\ndata: [DONE]\n\n";
            tally.read(stream, () -> ReplyFeed.stream(chat.reader(OpenAiSamples.offering(), delta -> {}), stream));
            String response = damage.of(RESPONSE);
            tally.read(
                    response, () -> ReplyFeed.body(responses.reader(OpenAiSamples.offering(), delta -> {}), response));
            String last = "data: {\"type\":\"response.output_item.added\",\"item\":" + response + "}\n\n"
                    + "data: {\"type\":\"response.completed\",\"response\":" + response + "}\n\n";
            tally.read(last, () -> ReplyFeed.stream(responses.reader(OpenAiSamples.offering(), delta -> {}), last));
        }
        damage.assertEachKindOccurred();
        tally.assertBothAtLeast(ROUNDS / 2);
    }

    @Test
    void damagedErrorIsReadOrRejected() {
        String error = "{\"error\":{\"code\":\"tool_use_failed\","
                + "\"failed_generation\":\"{\\\"name\\\":\\\"f\\\",\\\"arguments\\\":{}}\"}}";
        JsonDamage damage = new JsonDamage(6);
        for (int i = 0; i < ROUNDS; i++) {
            String body = damage.of(error);
            tally.read(
                    body,
                    () -> chat.reader(OpenAiSamples.offering(), delta -> {})
                            .rejected(400, ProviderJson.parse(body))
                            .map(reply -> reply.build())
                            .orElse(null));
        }
        damage.assertEachKindOccurred();
        tally.assertBothAtLeast(1);
    }
}
