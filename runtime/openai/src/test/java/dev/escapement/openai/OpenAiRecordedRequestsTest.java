package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.RecordedTraffic;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests that the client writes an equivalent of the recorded request for each recorded conversation, and that OpenAI's
 * own schema accepts it.
 */
class OpenAiRecordedRequestsTest {

    private static final URI CHAT = URI.create("urn:chat");
    private static final URI RESPONSES = URI.create("urn:responses");

    @Test
    void requestHasTheMeaningOfItsRecording() throws IOException {
        Counts written = new Counts("Recorded requests that were written again");
        Counts leveled = new Counts("Differences in form, theirs and ours");
        Validator validator = validator();
        List<String> wrong = new ArrayList<>();
        Map<String, ModelReply> replies = new HashMap<>();
        List<OpenAiRecording> exchanges = OpenAiRecording.exchanges();
        for (OpenAiRecording recorded : exchanges) {
            String where = recorded.host() + " " + recorded.protocol();
            try {
                OpenAiRequestRebuilder rebuilt = new OpenAiRequestRebuilder(recorded, replies);
                boolean stream = recorded.request().path("stream").asBoolean();
                String ours = rebuilt.model().write(rebuilt.request(), stream);
                check(recorded, ours, validator, leveled, wrong);
                written.add(where + ": written and valid");
            } catch (OpenAiRequestRebuilder.Impossible impossible) {
                written.add(where + ": skipped, " + impossible.getMessage());
            }
            remember(recorded, replies);
        }
        written.print();
        leveled.print();
        assertEquals("", String.join("\n\n", wrong));
        assertEquals(exchanges.size(), written.total());
        assertTrue(
                written.of("api.openai.com RESPONSES: written and valid") >= 30
                        && written.of("api.openai.com CHAT_COMPLETIONS: written and valid") >= 20,
                written::toString);
    }

    @Test
    void schemaRejectsInvalidRequests() throws IOException {
        Validator validator = validator();
        String message = "{\"role\":\"user\",\"content\":\"Hello\"}";
        assertFalse(isValid(validator, CHAT, "{\"model\":\"m-1\"}"));
        assertFalse(
                isValid(validator, CHAT, "{\"model\":\"m-1\",\"messages\":[{\"role\":\"tool\",\"content\":\"\"}]}"));
        assertTrue(isValid(validator, CHAT, "{\"model\":\"m-1\",\"messages\":[" + message + "]}"));
        assertFalse(isValid(validator, RESPONSES, "{\"input\":[{\"type\":\"function_call\",\"name\":\"f\"}]}"));
        assertTrue(isValid(validator, RESPONSES, "{\"input\":[" + message + "]}"));
    }

    private static boolean isValid(Validator validator, URI schema, String body) throws IOException {
        return validator.validate(schema, OpenAiRecording.MAPPER.readTree(body)).isValid();
    }

    private static void check(
            OpenAiRecording recorded, String ours, Validator validator, Counts leveled, List<String> wrong)
            throws IOException {
        JsonNode body = OpenAiRecording.MAPPER.readTree(ours);
        URI schema = recorded.protocol() == Protocol.RESPONSES ? RESPONSES : CHAT;
        Validator.Result result = validator.validate(schema, body);
        if (!result.isValid()) {
            List<String> faults = result.getErrors().stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getError())
                    .toList();
            wrong.add(recorded + " is not valid: " + faults + "\n" + ours);
        }
        String expected = OpenAiRequestMeaning.of(recorded.request(), leveled);
        String meant = OpenAiRequestMeaning.of(body, leveled);
        if (!expected.equals(meant)) {
            wrong.add(recorded + "\nsaid\n" + expected + "\nbut is written as\n" + meant);
        }
    }

    /** Stores replies with calls as the client read them, because later requests include them. */
    private static void remember(OpenAiRecording recorded, Map<String, ModelReply> replies) {
        if (recorded.status() != 200 || recorded.body().contains("\"status\":\"queued\"")) {
            return;
        }
        var reader = recorded.model().build().reader(OpenAiSamples.offering(), delta -> {});
        ModelReply reply = recorded.isStream()
                ? ReplyFeed.stream(reader, recorded.stream())
                : ReplyFeed.body(reader, recorded.body());
        reply.calls().stream().limit(1).forEach(call -> replies.put(call.id(), reply));
    }

    private static Validator validator() throws IOException {
        Validator validator =
                new ValidatorFactory().withDisabledSchemaValidation(true).createValidator();
        validator.registerSchema(RecordedTraffic.text("openai-wire.schema.json.gz"));
        String reference = "{\"$ref\": \"urn:openai:openapi:2.3.0#/$defs/%s\"}";
        validator.registerSchema(CHAT, reference.formatted("CreateChatCompletionRequest"));
        validator.registerSchema(RESPONSES, reference.formatted("CreateResponse"));
        return validator;
    }
}
