package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.Reading;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.wire.MalformedJsonException;
import dev.escapement.wire.ProviderFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives gives a reply, or one of the two exceptions that say what is wrong with it; and whatever was read can be
 * shown to the model again.
 */
class HostileRepliesTest {

    private static final int ROUNDS = 5_000;

    private static final JsonNode BODY = Samples.json("{'id':'msg_1','type':'message','role':'assistant','model':'m',"
            + "'content':[{'type':'thinking','thinking':'Hm.','signature':'c2ln'},"
            + "{'type':'text','text':'Let me look.','citations':[{'type':'char_location'}]},"
            + "{'type':'server_tool_use','id':'srvtoolu_1','name':'web_search','input':{'query':'x'}},"
            + "{'type':'tool_use','id':'toolu_1','name':'look_up','input':{'id':'A-1'},'caller':{'type':'direct'}},"
            + "{'type':'tool_use','id':'toolu_2','name':'look_up','input':{}}],"
            + "'stop_reason':'refusal','stop_details':{'type':'refusal','explanation':'No.'},"
            + "'usage':{'input_tokens':1,'cache_read_input_tokens':2,'cache_creation_input_tokens':3,"
            + "'output_tokens':4}}");

    private final AnthropicModel model = Samples.model().build();
    private int replies;
    private int refused;

    @Test
    void aDamagedReplyIsReadOrRefused() {
        Damage damage = new Damage(5);
        for (int i = 0; i < ROUNDS; i++) {
            String body = damage.of(BODY.toString());
            read(body, () -> Reading.body(model.reader(delta -> {}), body));
        }
        assertTrue(replies > ROUNDS / 10 && refused > ROUNDS / 10, replies + " read, " + refused + " refused");
    }

    @Test
    void aDamagedStreamIsReadOrRefused() {
        Damage damage = new Damage(6);
        String whole = Streamed.of(BODY);
        for (int i = 0; i < ROUNDS; i++) {
            String stream = damage.of(whole);
            read(stream, () -> Reading.stream(model.reader(delta -> {}), stream));
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
        } catch (MalformedJsonException | ProviderFault said) {
            refused++;
            return Optional.empty();
        }
    }

    private static ModelRequest again(ModelReply reply) {
        List<Message> messages = new ArrayList<>();
        messages.add(Samples.QUESTION);
        messages.add(new Message.Assistant(reply.text(), reply.calls(), reply.state()));
        reply.calls().forEach(call -> messages.add(Samples.answer(call.id())));
        return Samples.saying(messages.toArray(Message[]::new));
    }
}
