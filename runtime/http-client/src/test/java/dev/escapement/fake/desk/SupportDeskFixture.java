package dev.escapement.fake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.FakeReply;
import dev.escapement.fake.FakeReply.Part.Call;
import dev.escapement.fake.Play;
import dev.escapement.fake.Plays;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.DriveException;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Rendering;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A fixture with a {@link SupportDesk} that uses a fake provider through a client, and the text of its thread. */
@Timeout(60)
public abstract class SupportDeskFixture {

    /** Settings with two immediate retries. */
    protected static final HttpSettings PATIENT = HttpSettings.DEFAULT.withRetryDelays(Duration.ZERO, Duration.ZERO);

    /** Settings without retries. */
    protected static final HttpSettings IMPATIENT = PATIENT.withRetries(0);

    /** The names of the tools, in the order in which they are offered. */
    protected static final List<String> TOOLS = List.of("look_up", "list_orders", "refund", "close_case");

    protected static final String ARGUMENTS = "{\"order\":\"A-1\",\"detail\":null}";
    protected static final FakeReply ANSWER = Plays.text("It is a lamp.");

    /** The text of an {@link #ANSWER} in a thread. */
    protected static final String ANSWERED = replied("It is a lamp.");

    private static final String QUESTION = "What is A-1?";

    private FakeProvider provider;
    private ThreadStore store;

    /** Creates the provider. */
    protected abstract FakeProvider provide();

    /** Creates the client. */
    protected abstract Model model(FakeProvider provider, HttpSettings http);

    /** Adds a listener for deltas, or not. */
    protected void watch(Runner.Builder runner) {}

    /** Returns the id of a call. */
    protected String id(int number) {
        return "call_" + number;
    }

    @BeforeEach
    final void open() {
        provider = provide();
        store = new InMemoryThreadStore();
    }

    /** Fails the test after rejected requests, or if fewer requests arrived than scripted. */
    @AfterEach
    final void close() {
        provider.close();
    }

    protected final FakeProvider provider() {
        return provider;
    }

    /** Returns the first reply of most threads. */
    protected final FakeReply lookUp() {
        return Plays.call(id(1), "look_up", ARGUMENTS);
    }

    /** Returns the text of {@link #lookUp} and its step in a thread. */
    protected final String lookedUp() {
        return lookedUp("");
    }

    /** Returns the same text with a text before the call. */
    protected final String lookedUp(String text) {
        return lines(
                replied(text, new Call(id(1), "look_up", ARGUMENTS)),
                event("step_started", id(1), ""),
                event("step_returned", id(1), "a lamp"));
    }

    /** Runs a new thread until it waits, ends or throws. */
    protected final AgentThread run(HttpSettings http, Play... plays) {
        provider.then(plays);
        return runner(http).start("t1", QUESTION);
    }

    /** Returns the text of a new thread. */
    protected final String start(HttpSettings http, Play... plays) {
        return Rendering.text(run(http, plays));
    }

    /**
     * Asserts that a thread keeps its events when the model fails, and reaches the same end when it is resumed. Only the
     * rejection of a request is recorded.
     */
    protected final <E extends ModelException> E failsAndGoesOn(Class<E> kind, HttpSettings http, Play... plays) {
        E thrown = fails(kind, http, plays);
        boolean rejected = kind.equals(RequestRejectedException.class);
        assertEquals(
                rejected ? List.of(EventKind.STARTED, EventKind.REQUEST_FAILED) : List.of(EventKind.STARTED),
                store.load("t1").orElseThrow().events().stream()
                        .map(Event::kind)
                        .toList());
        String failed = stored();
        assertEquals(lines(failed, lookedUp(), ANSWERED), resume(PATIENT, lookUp(), ANSWER));
        return thrown;
    }

    /** Asserts that a new thread fails with an exception of the model, and returns the exception. */
    protected final <E extends ModelException> E fails(Class<E> kind, HttpSettings http, Play... plays) {
        return assertInstanceOf(
                kind, assertThrows(DriveException.class, () -> run(http, plays)).getCause());
    }

    /** Returns the text of the thread after it is resumed. */
    protected final String resume(HttpSettings http, Play... plays) {
        provider.then(plays);
        return Rendering.text(runner(http).resume("t1"));
    }

    /** Returns the text of the stored thread. */
    protected final String stored() {
        return Rendering.text(store.load("t1").orElseThrow());
    }

    /** Starts the thread with another model and stops. */
    protected final void begin(ModelReply reply) {
        Runner other = runner(ScriptedModel.of(reply)).build();
        assertThrows(AssertionError.class, () -> other.start("t1", QUESTION));
    }

    private Runner runner(HttpSettings http) {
        Runner.Builder runner = runner(model(provider, http));
        watch(runner);
        return runner.build();
    }

    private Runner.Builder runner(Model model) {
        return Runner.of(new SupportDeskLoop(new SupportDesk())).model(model).store(store);
    }

    /** Returns a thread with the question and then these events. */
    protected static String thread(String... events) {
        String started = "<started agent=\"SupportDesk\">" + QUESTION + "</started>";
        return events.length == 0 ? started : started + "\n" + lines(events);
    }

    /** Returns the same reply, incomplete. */
    protected static String ended(String reason, String replied) {
        return replied.replaceFirst("<model_replied", "<model_replied stop=\"" + reason + "\"");
    }

    /** Returns a reply of the model in a thread. */
    protected static String replied(String text, Call... calls) {
        StringBuilder reply = new StringBuilder("<model_replied>" + text);
        for (Call call : calls) {
            reply.append("\n<call id=\"" + call.id() + "\" tool=\"" + call.tool() + "\"");
            reply.append(call.arguments().isEmpty() ? "/>" : ">" + call.arguments() + "</call>");
        }
        return reply + (calls.length == 0 ? "" : "\n") + "</model_replied>";
    }

    /** Returns an event about a call in a thread. */
    protected static String event(String kind, String callId, String text) {
        return "<" + kind + " call=\"" + callId + "\"" + (text.isEmpty() ? "/>" : ">" + text + "</" + kind + ">");
    }

    /** Returns events in a thread. */
    protected static String lines(String... events) {
        return String.join("\n", events);
    }
}
