package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.FuzzTally;
import dev.escapement.fake.client.JsonDamage;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Tests that a damaged reply is either read or rejected with one of two exceptions. A reply that was read can be
 * included in a request.
 */
class AnthropicHostileRepliesTest {

    private static final int ROUNDS = Integer.getInteger("hostile.replies", 1_000);

    private static final JsonNode BODY =
            AnthropicSamples.json("{'id':'msg_1','type':'message','role':'assistant','model':'m',"
                    + "'content':[{'type':'thinking','thinking':'Hm.','signature':'c2ln'},"
                    + "{'type':'text','text':'Let me look.','citations':[{'type':'char_location'}]},"
                    + "{'type':'server_tool_use','id':'srvtoolu_1','name':'web_search','input':{'query':'x'}},"
                    + "{'type':'tool_use','id':'toolu_1','name':'look_up','input':{'id':'A-1'},'caller':{'type':'direct'}},"
                    + "{'type':'tool_use','id':'toolu_2','name':'look_up','input':{}}],"
                    + "'stop_reason':'refusal','stop_details':{'type':'refusal','explanation':'No.'},"
                    + "'usage':{'input_tokens':1,'cache_read_input_tokens':2,'cache_creation_input_tokens':3,"
                    + "'output_tokens':4}}");

    private final AnthropicModel model = AnthropicSamples.model().build();
    private final FuzzTally tally = new FuzzTally();

    @Test
    void damagedReplyIsReadOrRejected() {
        JsonDamage damage = new JsonDamage(5);
        for (int i = 0; i < ROUNDS; i++) {
            String body = damage.of(BODY.toString());
            read(body, () -> ReplyFeed.body(model.reader(delta -> {}), body));
        }
        damage.assertEachKindOccurred();
        tally.assertBothAtLeast(ROUNDS / 10);
    }

    @Test
    void damagedStreamIsReadOrRejected() {
        JsonDamage damage = new JsonDamage(6);
        String whole = StreamedMessage.of(BODY);
        for (int i = 0; i < ROUNDS; i++) {
            String stream = damage.of(whole);
            read(stream, () -> ReplyFeed.stream(model.reader(delta -> {}), stream));
        }
        damage.assertEachKindOccurred();
        tally.assertBothAtLeast(ROUNDS / 10);
    }

    private void read(String input, Supplier<ModelReply> reader) {
        try {
            tally.read(input, reader).ifPresent(reply -> model.write(again(reply), true));
        } catch (RuntimeException | StackOverflowError other) {
            fail("writing " + input, other);
        }
    }

    private static ModelRequest again(ModelReply reply) {
        List<Message> messages = new ArrayList<>();
        messages.add(AnthropicSamples.QUESTION);
        messages.add(new Message.Assistant(reply.text(), reply.calls(), reply.state()));
        reply.calls().forEach(call -> messages.add(AnthropicSamples.answer(call.id())));
        return AnthropicSamples.saying(messages.toArray(Message[]::new));
    }
}
