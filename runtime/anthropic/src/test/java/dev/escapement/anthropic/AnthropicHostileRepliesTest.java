package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives gives a reply, or one of the two exceptions that say what is wrong with it; and whatever was read can be
 * shown to the model again.
 */
class AnthropicHostileRepliesTest {

    private static final int ROUNDS = 5_000;

    private static final JsonNode BODY = AnthropicSamples.json("{'id':'msg_1','type':'message','role':'assistant','model':'m',"
            + "'content':[{'type':'thinking','thinking':'Hm.','signature':'c2ln'},"
            + "{'type':'text','text':'Let me look.','citations':[{'type':'char_location'}]},"
            + "{'type':'server_tool_use','id':'srvtoolu_1','name':'web_search','input':{'query':'x'}},"
            + "{'type':'tool_use','id':'toolu_1','name':'look_up','input':{'id':'A-1'},'caller':{'type':'direct'}},"
            + "{'type':'tool_use','id':'toolu_2','name':'look_up','input':{}}],"
            + "'stop_reason':'refusal','stop_details':{'type':'refusal','explanation':'No.'},"
            + "'usage':{'input_tokens':1,'cache_read_input_tokens':2,'cache_creation_input_tokens':3,"
            + "'output_tokens':4}}");

    private final AnthropicModel model = AnthropicSamples.model().build();
    private int replies;
    private int refused;

    @Test
    void aDamagedReplyIsReadOrRefused() {
        JsonDamage damage = new JsonDamage(5);
        for (int i = 0; i < ROUNDS; i++) {
            String body = damage.of(BODY.toString());
            read(body, () -> ReplyFeed.body(model.reader(delta -> {}), body));
        }
        assertTrue(replies > ROUNDS / 10 && refused > ROUNDS / 10, replies + " read, " + refused + " refused");
    }

    @Test
    void aDamagedStreamIsReadOrRefused() {
        JsonDamage damage = new JsonDamage(6);
        String whole = StreamedMessage.of(BODY);
        for (int i = 0; i < ROUNDS; i++) {
            String stream = damage.of(whole);
            read(stream, () -> ReplyFeed.stream(model.reader(delta -> {}), stream));
        }
        assertTrue(replies > ROUNDS / 10 && refused > ROUNDS / 10, replies + " read, " + refused + " refused");
    }

    private void read(String what, Supplier<ModelReply> reading) {
        try {
            Optional<ModelReply> reply = reply(reading);
            reply.ifPresent(read -> model.write(again(read), true));
        } catch (RuntimeException | StackOverflowError other) {
            fail("reading " + what, other);
        }
    }

    private Optional<ModelReply> reply(Supplier<ModelReply> reading) {
        try {
            ModelReply reply = reading.get();
            replies++;
            return Optional.of(reply);
        } catch (MalformedReplyException | ProviderErrorException said) {
            refused++;
            return Optional.empty();
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
