package dev.escapement.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.ContentStore;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.run.Runner;
import dev.escapement.testing.GoldenMessages;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the next model receives the request if one fails. */
class FallbackModelTest {

    private static final ModelInfo ONE = new ModelInfo("openai", "one", "localhost", 1);
    private static final ModelInfo TWO = new ModelInfo("anthropic", "two", "localhost", 2);
    private static final ModelInfo THREE = new ModelInfo("", "three", "localhost", 3);
    private static final ModelRequest REQUEST = new ModelRequest("", List.of(), List.of());
    private static final ModelReply HELLO = ModelReply.text("hello");

    private final RecordedLog log = RecordedLog.of(FallbackModel.class);

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    /** A model that produces a few deltas and then a prepared reply or exception. */
    private static final class Scripted implements Model {

        private final ModelInfo info;
        private final Deque<Object> script;
        private final List<ModelRequest> requests = new ArrayList<>();
        private List<Delta> deltas = List.of();

        Scripted(ModelInfo info, Object... script) {
            this.info = info;
            this.script = new ArrayDeque<>(List.of(script));
        }

        Scripted showing(Delta... deltas) {
            this.deltas = List.of(deltas);
            return this;
        }

        @Override
        public ModelReply reply(ModelRequest request) {
            requests.add(request);
            Object next = script.remove();
            if (next instanceof RuntimeException exception) {
                throw exception;
            }
            return (ModelReply) next;
        }

        @Override
        public ModelReply reply(ModelRequest request, Consumer<Delta> watcher) {
            deltas.forEach(watcher);
            return reply(request);
        }

        @Override
        public ModelInfo info() {
            return info;
        }
    }

    static Stream<ModelException> failures() {
        return Stream.of(
                unavailable(ONE),
                new RequestRejectedException(ONE, "The model was retired.", 404, "model_not_found"),
                new UnreadableReplyException(ONE, "A page in HTML.", null));
    }

    private static ModelException unavailable(ModelInfo model) {
        return new ModelUnavailableException(model, "Too many requests.", 429, null, null);
    }

    @Test
    void theFirstModelIsAskedAsLongAsItReplies() {
        Scripted two = new Scripted(TWO);
        Model model = FallbackModel.of(new Scripted(ONE, HELLO, HELLO), two);
        model.reply(REQUEST);

        assertEquals(HELLO, model.reply(REQUEST));
        assertEquals(List.of(), two.requests);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theNextModelIsAskedTheSameAfterEveryKindOfFailure(ModelException failure) {
        Scripted two = new Scripted(TWO, HELLO);

        assertEquals(HELLO, FallbackModel.of(new Scripted(ONE, failure), two).reply(REQUEST));
        assertEquals(List.of(REQUEST), two.requests);
    }

    @Test
    void optionOfTheModelAppliesToTheFirstModelOnly() {
        RequestOptions options = RequestOptions.NONE.withTemperature(0.2);
        Scripted one = new Scripted(ONE, unavailable(ONE));
        Scripted two = new Scripted(TWO, HELLO);

        FallbackModel.of(one, two).reply(requestWith(options.withModel("m-large")));

        assertEquals(List.of(requestWith(options.withModel("m-large"))), one.requests);
        assertEquals(List.of(requestWith(options)), two.requests);
    }

    private static ModelRequest requestWith(RequestOptions options) {
        return new ModelRequest("Help.", List.of(), List.of(), ToolChoice.AUTO, options, ContentStore.none());
    }

    @Test
    void theNextRequestBeginsWithTheFirstModelAgain() {
        ModelReply again = ModelReply.text("I am back.");
        Model model = FallbackModel.of(new Scripted(ONE, unavailable(ONE), again), new Scripted(TWO, HELLO));
        model.reply(REQUEST);

        assertEquals(again, model.reply(REQUEST));
    }

    @Test
    void anyOtherExceptionIsThrownAtOnce() {
        RuntimeException cancelled = new CancellationException("interrupted");
        Scripted two = new Scripted(TWO);
        Model model = FallbackModel.of(new Scripted(ONE, cancelled), two);

        assertSame(cancelled, assertThrows(CancellationException.class, () -> model.reply(REQUEST)));
        assertEquals(List.of(), two.requests);
    }

    @Test
    void noOtherModelIsAskedAfterAnInterruption() {
        ModelException failure = unavailable(ONE);
        Scripted two = new Scripted(TWO, HELLO);
        Model interrupted = request -> {
            Thread.currentThread().interrupt();
            throw failure;
        };
        Model model = FallbackModel.of(interrupted, two);

        assertSame(failure, assertThrows(ModelException.class, () -> model.reply(REQUEST)));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), two.requests);
    }

    @Test
    void ifAllFailTheLastFailureIsThrownWithTheOthers() {
        ModelException first = unavailable(ONE);
        ModelException second = unavailable(TWO);
        ModelException last = new RequestRejectedException(THREE, "The key has expired.", 401, "");
        Model model = FallbackModel.of(new Scripted(ONE, first), new Scripted(TWO, second), new Scripted(THREE, last));

        assertSame(last, assertThrows(ModelException.class, () -> model.reply(REQUEST)));
        assertEquals(List.of(first, second), List.of(last.getSuppressed()));
    }

    @Test
    void anExceptionThatIsThrownTwiceIsNoneOfItsOwnOthers() {
        ModelException failure = unavailable(ONE);
        Model model = FallbackModel.of(new Scripted(ONE, failure), new Scripted(ONE, failure));

        assertSame(failure, assertThrows(ModelException.class, () -> model.reply(REQUEST)));
        assertEquals(List.of(), List.of(failure.getSuppressed()));
    }

    @Test
    void reusedExceptionsAreSuppressedOnce() {
        ModelException first = unavailable(ONE);
        ModelException last = unavailable(TWO);
        Model model = FallbackModel.of(always(first), always(last));

        assertThrows(ModelException.class, () -> model.reply(REQUEST));
        assertThrows(ModelException.class, () -> model.reply(REQUEST));

        assertEquals(List.of(first), List.of(last.getSuppressed()));
    }

    @Test
    void reusedExceptionDoesNotCollectOthersForever() {
        ModelException last = unavailable(TWO);
        Model first = request -> {
            throw unavailable(ONE);
        };
        Model model = FallbackModel.of(first, always(last));

        for (int i = 0; i < 100; i++) {
            assertThrows(ModelException.class, () -> model.reply(REQUEST));
        }

        assertEquals(16, last.getSuppressed().length);
    }

    @Test
    void noExceptionSuppressesWhatSuppressesIt() {
        ModelException one = unavailable(ONE);
        ModelException two = unavailable(TWO);

        assertThrows(
                ModelException.class,
                () -> FallbackModel.of(always(one), always(two)).reply(REQUEST));
        assertThrows(
                ModelException.class,
                () -> FallbackModel.of(always(two), always(one)).reply(REQUEST));

        assertEquals(List.of(one), List.of(two.getSuppressed()));
        assertEquals(List.of(), List.of(one.getSuppressed()));
    }

    @Test
    void noExceptionSuppressesWhatItCauses() {
        ModelException last = unavailable(TWO);
        ModelException caused = new ModelUnavailableException(ONE, "x", 0, null, new IllegalStateException(last));

        assertThrows(
                ModelException.class,
                () -> FallbackModel.of(always(caused), always(last)).reply(REQUEST));

        assertEquals(List.of(), List.of(last.getSuppressed()));
    }

    private static Model always(ModelException failure) {
        return request -> {
            throw failure;
        };
    }

    @Test
    void aModelWithoutOthersFailsAsItDoes() {
        ModelException failure = unavailable(ONE);
        Model model = FallbackModel.of(new Scripted(ONE, failure));

        assertSame(failure, assertThrows(ModelException.class, () -> model.reply(REQUEST)));
    }

    /** An incomplete reply is still a reply: the thread counts its cost and determines the next command. */
    @ParameterizedTest
    @EnumSource(StopReason.class)
    void aReplyThatIsNotCompleteIsGivenBack(StopReason stop) {
        ModelReply reply = ModelReply.builder().stop(stop).build();

        assertEquals(
                reply,
                FallbackModel.of(new Scripted(ONE, reply), new Scripted(TWO)).reply(REQUEST));
    }

    @Test
    void theLogSaysWhoFailedAndWhoIsAsked() {
        Model model = FallbackModel.of(
                new Scripted(ONE, unavailable(ONE)),
                new Scripted(THREE, unavailable(THREE)),
                new Scripted(ModelInfo.UNKNOWN, HELLO));
        model.reply(REQUEST);

        assertEquals(
                List.of(
                        new RecordedLog.Entry(
                                FallbackModel.switched("openai one", "three", "Too many requests."), null),
                        new RecordedLog.Entry(
                                FallbackModel.switched("three", FallbackModel.NAMELESS, "Too many requests."), null)),
                log.entries());
    }

    @Test
    void wordingOfTheLogIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(FallbackModel.class).verify(FallbackModelTest.class);
    }

    @Test
    void theFirstModelGivesTheName() {
        assertEquals(ONE, FallbackModel.of(new Scripted(ONE), new Scripted(TWO)).info());
    }

    @Test
    void whatWasShownOfAReplyThatFailedIsVoid() {
        assertEquals(
                List.of(new Delta.Text("hel"), new Delta.Discarded(), new Delta.Text("hello")),
                shown(
                        new Scripted(ONE, unavailable(ONE)).showing(new Delta.Text("hel")),
                        new Scripted(TWO, HELLO).showing(new Delta.Text("hello"))));
    }

    @Test
    void nothingIsVoidIfNothingWasShown() {
        assertEquals(
                List.of(new Delta.Text("hello")),
                shown(new Scripted(ONE, unavailable(ONE)), new Scripted(TWO, HELLO).showing(new Delta.Text("hello"))));
    }

    @Test
    void whatIsVoidAlreadyIsNotSaidToBeOnceMore() {
        assertEquals(
                List.of(new Delta.Text("hel"), new Delta.Discarded()),
                shown(
                        new Scripted(ONE, unavailable(ONE)).showing(new Delta.Text("hel"), new Delta.Discarded()),
                        new Scripted(TWO, unavailable(TWO)),
                        new Scripted(THREE, HELLO)));
    }

    private static List<Delta> shown(Model first, Model... others) {
        List<Delta> deltas = new ArrayList<>();
        FallbackModel.of(first, others).reply(REQUEST, deltas::add);
        return deltas;
    }

    /** Each client omits the state of other providers and sends the rest of the history. */
    @Test
    void aThreadGoesFromOneModelToAnotherAndBack() {
        TestStep note = TestStep.named("note");
        TestStep close = TestStep.named("close").finishes();
        Scripted one = new Scripted(
                ONE, reply("openai", note.call("a", "x")), unavailable(ONE), reply("openai", close.call("c", "done")));
        Scripted two = new Scripted(TWO, reply("anthropic", note.call("b", "y")));
        Runner runner = Runner.of(TestLoop.of(note, close))
                .model(FallbackModel.of(one, two))
                .build();

        List<Event> events = runner.start("go").events();

        assertEquals(
                List.of("openai", "anthropic", "openai"),
                events.stream()
                        .filter(Event.ModelReplied.class::isInstance)
                        .map(event -> ((Event.ModelReplied) event).provenance().provider())
                        .toList());
        assertEquals(
                new Event.Finished(events.get(events.size() - 1).at(), "c", "\"done\""), events.get(events.size() - 1));
        assertEquals(
                List.of(
                        new Message.User("go"),
                        new Message.Assistant("", List.of(note.call("a", "x")), state("openai")),
                        new Message.ToolAnswer("a", "x", false),
                        new Message.Assistant("", List.of(note.call("b", "y")), state("anthropic")),
                        new Message.ToolAnswer("b", "y", false)),
                one.requests.get(2).messages());
        assertEquals(one.requests.get(1), two.requests.get(0));
    }

    private static ModelReply reply(String provider, Call call) {
        return ModelReply.builder()
                .call(call.id(), call.tool(), call.arguments())
                .provenance(new ReplyProvenance(provider, "m", "r1", "", ""))
                .state(state(provider).orElseThrow())
                .build();
    }

    private static Optional<ProviderState> state(String provider) {
        return Optional.of(new ProviderState(provider, "[]"));
    }
}
