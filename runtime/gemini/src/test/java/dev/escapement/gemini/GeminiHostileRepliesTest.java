package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.FuzzTally;
import dev.escapement.fake.client.JsonDamage;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Tests that a damaged reply is either read or rejected with one of two exceptions. A reply that was read can be
 * included in a request.
 */
class GeminiHostileRepliesTest {

    private static final int ROUNDS = Integer.getInteger("hostile.replies", 1_000);

    private static final JsonNode BODY = GeminiSamples.json("{'candidates':[{'content':{'role':'model','parts':["
            + "{'text':'Hm.','thought':true},{'text':'Let me look.','thoughtSignature':'c2ln'},"
            + "{'executableCode':{'language':'PYTHON','code':'1'}},"
            + "{'functionCall':{'id':'fc_1','name':'look_up','args':{'id':'A-1'}},'thoughtSignature':'c2ln'},"
            + "{'functionCall':{'name':'look_up','args':{}}}]},'finishReason':'STOP','index':0}],"
            + "'usageMetadata':{'promptTokenCount':1,'candidatesTokenCount':2,'thoughtsTokenCount':3,"
            + "'cachedContentTokenCount':1,'totalTokenCount':6},'modelVersion':'m','responseId':'r',"
            + "'promptFeedback':{'blockReason':null}}");

    private final GeminiModel model = GeminiSamples.model().build();
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
        String whole = StreamedContent.of(BODY);
        for (int i = 0; i < ROUNDS; i++) {
            String stream = damage.of(whole);
            read(stream, () -> ReplyFeed.stream(model.reader(delta -> {}), stream));
        }
        damage.assertEachKindOccurred();
        tally.assertBothAtLeast(ROUNDS / 10);
    }

    private void read(String input, Supplier<ModelReply> reader) {
        try {
            tally.read(input, reader).ifPresent(reply -> model.write(GeminiSamples.after(reply)));
        } catch (RuntimeException | StackOverflowError other) {
            fail("writing " + input, other);
        }
    }
}
