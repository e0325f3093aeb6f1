package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.RecordedTraffic;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestRejectedException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests that the client writes an equivalent of the recorded request for each recorded conversation, also with images and
 * documents, and that OpenAI's own schema accepts it. Each exchange is a test of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiRecordedRequestsTest {

    private static final URI CHAT = URI.create("urn:chat");
    private static final URI RESPONSES = URI.create("urn:responses");

    private final Counts written = new Counts("Recorded requests that were written again");
    private final Counts leveled = new Counts("Differences in form, theirs and ours");

    @TestFactory
    Stream<DynamicTest> requestHasTheMeaningOfItsRecording() throws IOException {
        Map<String, ModelReply> replies = new HashMap<>();
        List<OpenAiRecording> exchanges = OpenAiRecording.exchanges();
        exchanges.forEach(recorded -> remember(recorded, replies));
        Validator validator = validator();
        return exchanges.stream()
                .map(recorded ->
                        dynamicTest(recorded.host() + " " + recorded, () -> write(recorded, replies, validator)));
    }

    private void write(OpenAiRecording recorded, Map<String, ModelReply> replies, Validator validator)
            throws IOException {
        String where = recorded.host() + " " + recorded.protocol();
        try {
            OpenAiRequestRebuilder rebuilt = new OpenAiRequestRebuilder(recorded, replies);
            boolean stream = recorded.request().path("stream").asBoolean();
            String ours = rebuilt.model().write(rebuilt.request(), stream);
            check(recorded, ours, validator);
            boolean hasFile = ours.contains(";base64,");
            written.add(where + ": written and valid" + (hasFile ? ", with a file" : ""));
        } catch (OpenAiRequestRebuilder.Impossible impossible) {
            written.add(where + ": skipped, " + impossible.getMessage());
            abort("impossible: " + impossible.getMessage());
        } catch (RequestRejectedException rejected) {
            written.add(where + ": skipped, the client does not send such a file to this server");
            abort(rejected.getMessage());
        }
    }

    @AfterAll
    void countsAreComplete() throws IOException {
        written.print();
        leveled.print();
        assertEquals(OpenAiRecording.exchanges().size(), written.total());
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

    private void check(OpenAiRecording recorded, String ours, Validator validator) throws IOException {
        JsonNode body = OpenAiRecording.MAPPER.readTree(ours);
        if (isOfSchema(recorded, ours)) {
            URI schema = recorded.protocol() == Protocol.RESPONSES ? RESPONSES : CHAT;
            Validator.Result result = validator.validate(schema, body);
            List<String> faults = result.getErrors().stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getError())
                    .toList();
            assertTrue(result.isValid(), () -> faults + "\n" + ours);
        }
        String expected = OpenAiRequestMeaning.of(recorded.request(), leveled);
        if (!ours.contains("\"strict\"") && expected.contains(" strict=true")) {
            leveled.add("strict omitted for a server that may reject it");
            expected = expected.replace(" strict=true", " strict=false");
        }
        assertEquals(expected, OpenAiRequestMeaning.of(body, leveled), ours);
    }

    /**
     * Returns whether the schema determines the validity of a request. In Responses, it requires {@code strict}, which other
     * servers may reject, and accepts a message of the user that contains files in two ways, which makes it invalid.
     */
    private static boolean isOfSchema(OpenAiRecording recorded, String ours) {
        if (ours.contains("\"document_url\"")) {
            return false; // Mistral's form of documents
        }
        boolean isAmbiguous = ours.contains("\"role\":\"user\",\"content\":[");
        return recorded.protocol() != Protocol.RESPONSES || (recorded.host().equals("api.openai.com") && !isAmbiguous);
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
