package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.json.Repair;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import dev.escapement.run.ExtractionException.Reason;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the extraction of a value with one call. */
class ExtractionTest {

    private static final String OSLO = "{\"city\":\"Oslo\"}";

    private final Extraction<String> extraction = Extraction.of(CitySpec.INSTANCE);

    @Test
    void requestForcesTheCall() {
        try (ScriptedModel model = ScriptedModel.of(call(OSLO))) {
            assertEquals("Oslo", extraction.from(model, "I live in Oslo."));

            ModelRequest request = model.requests().get(0);
            assertEquals(List.of(new Message.User("I live in Oslo.")), request.messages());
            assertEquals(List.of(CitySpec.INSTANCE), request.tools());
            assertEquals(ToolChoice.REQUIRED, request.choice());
            assertEquals(ExtractionMessages.prompt("city"), request.prompt());
        }
    }

    @Test
    void rejectedArgumentsAreCorrected() {
        ProviderState state = new ProviderState("f", "{}");
        ModelReply wrong = new ModelReply(
                "",
                List.of(new Call("c1", "city", "{\"town\":1}")),
                new Usage(10, 5, 2, new BigDecimal("0.25")),
                StopReason.COMPLETE,
                call(OSLO).provenance(),
                Optional.of(state));
        ModelReply right =
                new ModelReply("", List.of(new Call("c2", "city", OSLO)), new Usage(20, 7, 0, new BigDecimal("0.5")));
        try (ScriptedModel model = ScriptedModel.of(wrong, right)) {
            Extracted<String> extracted = extraction.extract(model, "Oslo");

            assertEquals("Oslo", extracted.value());
            assertEquals(new Usage(30, 12, 2, new BigDecimal("0.75")), extracted.usage());
            assertEquals(1, extracted.rounds());
            List<Message> messages = model.requests().get(1).messages();
            assertEquals(new Message.Assistant("", wrong.calls(), Optional.of(state)), messages.get(1));
            Message.ToolAnswer answer = assertInstanceOf(Message.ToolAnswer.class, messages.get(2));
            assertEquals("c1", answer.callId());
            assertTrue(answer.failed());
            assertTrue(answer.text().contains("$.city"), answer::text);
        }
    }

    @Test
    void repairsAreReturned() {
        Extracted<String> extracted = extraction.extract(ScriptedModel.of(call("\uFEFF" + OSLO)), "Oslo");

        assertEquals(
                List.of(Repair.Kind.BYTE_ORDER_MARK),
                extracted.repairs().stream().map(Repair::kind).toList());
        assertEquals(0, extracted.rounds());
    }

    @Test
    void exhaustedRoundsEndWithTheViolations() {
        ModelReply wrong = new ModelReply("", List.of(new Call("c", "city", "{}")), new Usage(10, 5));
        try (ScriptedModel model = ScriptedModel.of(wrong, wrong, wrong)) {
            ExtractionException thrown = assertThrows(ExtractionException.class, () -> extraction.from(model, "Oslo"));

            assertEquals(Reason.REJECTED, thrown.reason());
            assertEquals("$.city", thrown.violations().get(0).path());
            assertSame(wrong, thrown.reply().orElseThrow());
            assertEquals(new Usage(30, 15), thrown.usage());
        }
    }

    @Test
    void noRoundsMeansOneRequest() {
        try (ScriptedModel model = ScriptedModel.of(call("{}"))) {
            assertThrows(ExtractionException.class, () -> extraction.rounds(0).from(model, "Oslo"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LENGTH, TRUNCATED",
        "CONTENT_FILTER, FILTERED",
        "UNKNOWN, INCOMPLETE",
        "TOO_MANY_CALLS, SEVERAL_CALLS",
    })
    void incompleteReplyIsRequestedAgain(StopReason stop, Reason reason) {
        ModelReply incomplete = ModelReply.builder()
                .text("So")
                .call("c", "city", "{\"city\":\"Os")
                .state(new ProviderState("f", "{}"))
                .stop(stop)
                .build();
        try (ScriptedModel model = ScriptedModel.of(incomplete, call(OSLO), incomplete)) {
            assertEquals("Oslo", extraction.from(model, "Oslo"));

            List<Message> messages = model.requests().get(1).messages();
            assertEquals(new Message.Assistant("So", List.of()), messages.get(1));
            assertInstanceOf(Message.User.class, messages.get(2));
            assertEquals(reason, reason(extraction.rounds(0), model));
        }
    }

    @Test
    void refusalEndsAtOnce() {
        ModelReply refusal =
                ModelReply.builder().text("No.").stop(StopReason.REFUSAL).build();
        try (ScriptedModel model = ScriptedModel.of(refusal)) {
            assertEquals(Reason.REFUSED, reason(extraction, model));
        }
    }

    @Test
    void textIsAnsweredWithTheNameOfTheTool() {
        ProviderState state = new ProviderState("f", "{}");
        ModelReply text = ModelReply.builder().text("Oslo.").state(state).build();
        try (ScriptedModel model = ScriptedModel.of(text, call(OSLO))) {
            assertEquals("Oslo", extraction.from(model, "Oslo"));

            List<Message> messages = model.requests().get(1).messages();
            assertEquals(new Message.Assistant("Oslo.", List.of(), Optional.of(state)), messages.get(1));
            assertEquals(new Message.User(ExtractionMessages.noCall("city")), messages.get(2));
        }
    }

    @Test
    void missingCallHasItsReason() {
        assertEquals(Reason.NO_CALL, reason(extraction.rounds(0), ScriptedModel.of(ModelReply.text("Oslo."))));
        assertEquals(
                Reason.NO_CALL, reason(extraction.rounds(0), ScriptedModel.of(ModelReply.call("c", "town", OSLO))));
    }

    @Test
    void eachOfSeveralCallsIsAnswered() {
        ModelReply two = ModelReply.calls(new Call("a", "city", OSLO), new Call("b", "city", OSLO));
        try (ScriptedModel model = ScriptedModel.of(two, call(OSLO), two)) {
            assertEquals("Oslo", extraction.from(model, "Oslo"));

            assertEquals(
                    List.of("a", "b"),
                    model.requests().get(1).messages().stream()
                            .filter(Message.ToolAnswer.class::isInstance)
                            .map(message -> ((Message.ToolAnswer) message).callId())
                            .toList());
            assertEquals(Reason.SEVERAL_CALLS, reason(extraction.rounds(0), model));
        }
    }

    @Test
    void interruptionBetweenRequestsEndsTheExtraction() {
        Model model = request -> {
            Thread.currentThread().interrupt();
            return call("{}");
        };
        try {
            assertEquals(Reason.INTERRUPTED, reason(extraction, model));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void settingsAreThoseOfEachRequest() {
        RequestOptions options =
                new RequestOptions(Optional.of("small"), OptionalDouble.of(0), Optional.empty(), OptionalInt.of(100));
        ContentStore contents = ContentStore.inMemory();
        Content.File file = contents.put("application/pdf", "order.pdf", new byte[] {1});
        try (ScriptedModel model = ScriptedModel.of(call("{}"), call(OSLO))) {
            extraction.prompt("Find the city.").options(options).from(model, List.of(file), contents);

            for (ModelRequest request : model.requests()) {
                assertEquals("Find the city.", request.prompt());
                assertSame(options, request.options());
                assertSame(contents, request.contents());
                assertEquals(new Message.User(List.of(file)), request.messages().get(0));
            }
        }
    }

    @Test
    void settersReturnCopies() {
        extraction.rounds(0).prompt("x");
        try (ScriptedModel model = ScriptedModel.of(call("{}"), call(OSLO))) {
            extraction.from(model, "Oslo");

            assertEquals(
                    ExtractionMessages.prompt("city"), model.requests().get(0).prompt());
        }
    }

    @Test
    void emptyContentIsRejected() {
        Model model = ScriptedModel.of();
        assertThrows(IllegalArgumentException.class, () -> extraction.from(model, " "));
        assertThrows(IllegalArgumentException.class, () -> extraction.from(model, List.of(), ContentStore.none()));
        assertThrows(IllegalArgumentException.class, () -> extraction.rounds(-1));
    }

    @Test
    void usageDoesNotOverflow() {
        ModelReply huge = new ModelReply("", List.of(new Call("c", "city", "{}")), new Usage(Long.MAX_VALUE - 1, 1));
        ExtractionException thrown = assertThrows(
                ExtractionException.class, () -> extraction.rounds(1).from(ScriptedModel.of(huge, huge), "Oslo"));

        assertEquals(Long.MAX_VALUE, thrown.usage().tokens());
    }

    @Test
    void exceptionIsSerializable() throws Exception {
        ExtractionException thrown = assertThrows(
                ExtractionException.class, () -> extraction.rounds(0).from(ScriptedModel.of(call("{}")), "Oslo"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(thrown);

        ExtractionException copy =
                (ExtractionException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertEquals(thrown.getMessage(), copy.getMessage());
        assertEquals(Reason.REJECTED, copy.reason());
        assertEquals(List.of(), copy.violations());
        assertFalse(copy.reply().isPresent());
        assertEquals(Usage.NONE, copy.usage());
    }

    private static ModelReply call(String arguments) {
        return ModelReply.call("c1", "city", arguments);
    }

    private static Reason reason(Extraction<String> extraction, Model model) {
        return assertThrows(ExtractionException.class, () -> extraction.from(model, "Oslo"))
                .reason();
    }

    /** A tool with one text argument. */
    private static final class CitySpec implements ToolSpec<String> {

        static final CitySpec INSTANCE = new CitySpec();

        private static final PropertySet PROPERTIES = PropertySet.required("city");

        @Override
        public String name() {
            return "city";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String schema(Dialect dialect) {
            return "{\"type\":\"object\"}";
        }

        @Override
        public String fingerprint() {
            return "";
        }

        @Override
        public @Nullable String read(JsonReader in) {
            String city = null;
            if (!in.beginObject(PROPERTIES)) {
                return null;
            }
            while (in.nextProperty()) {
                city = in.readString();
            }
            return in.endObject() ? Objects.requireNonNull(city) : null;
        }

        @Override
        public void write(JsonWriter out, String value) {
            out.beginObject();
            out.name("city");
            out.writeString(value);
            out.endObject();
        }
    }
}
