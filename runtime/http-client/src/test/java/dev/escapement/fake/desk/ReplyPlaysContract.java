package dev.escapement.fake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.ModelMessages;
import dev.escapement.fake.FakeReply.Part.Call;
import dev.escapement.fake.Plays;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ToolChoice;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of replies of all kinds and the resulting events. */
public abstract class ReplyPlaysContract extends SupportDeskFixture {

    /** Returns the arguments that a client receives for arguments that are not a JSON object. */
    protected String receivedArguments(String arguments) {
        return arguments;
    }

    /** Returns whether the provider reports a filtered reply as a refusal. */
    protected boolean isFilteredReplyRefused() {
        return false;
    }

    /** Returns whether the provider reports a refusal as a filtered reply. */
    protected boolean isRefusalFiltered() {
        return false;
    }

    @Test
    void text() {
        assertEquals(thread(ANSWERED), start(PATIENT, ANSWER));
    }

    @Test
    void oneCall() {
        assertEquals(thread(lookedUp(), ANSWERED), start(PATIENT, lookUp(), ANSWER));
    }

    @Test
    void textAndCallTogether() {
        assertEquals(
                thread(lookedUp("I look it up."), ANSWERED),
                start(PATIENT, Plays.text("I look it up.").call(id(1), "look_up", ARGUMENTS), ANSWER));
    }

    @Test
    void parallelCalls() {
        Call first = new Call(id(1), "look_up", ARGUMENTS);
        Call second = new Call(id(2), "look_up", "{\"order\":\"B-2\",\"detail\":\"FULL\"}");
        Call third = new Call(id(3), "refund", "{\"order\":\"A-1\",\"cents\":100}");
        assertEquals(
                thread(
                        replied("", first, second, third),
                        event("step_started", id(1), ""),
                        event("step_started", id(2), ""),
                        event("step_returned", id(1), "a lamp"),
                        event("step_failed", id(2), "There is no order B-2."),
                        event("step_started", id(3), ""),
                        event("step_returned", id(3), ""),
                        ANSWERED),
                start(PATIENT, Plays.calls(first, second, third), ANSWER));
    }

    @Test
    void callsWithTheSameId() {
        Call call = new Call(id(1), "look_up", ARGUMENTS);
        String other = id(1) + "_1";
        assertEquals(
                thread(
                        replied("", call, new Call(other, "look_up", ARGUMENTS)),
                        event("step_started", id(1), ""),
                        event("step_started", other, ""),
                        event("step_returned", id(1), "a lamp"),
                        event("step_returned", other, "a lamp"),
                        ANSWERED),
                start(PATIENT, Plays.calls(call, call), ANSWER));
    }

    @Test
    void emptyArguments() {
        assertEquals(
                thread(
                        replied("", new Call(id(1), "list_orders", receivedArguments(""))),
                        event("step_started", id(1), ""),
                        event("step_returned", id(1), "A-1"),
                        ANSWERED),
                start(PATIENT, Plays.call(id(1), "list_orders", ""), ANSWER));
    }

    @Test
    void incompleteCall() {
        String half = "{\"order\":\"A";
        assertEquals(
                thread(
                        ended("length", replied("", new Call(id(2), "look_up", receivedArguments(half)))),
                        event("call_rejected", id(2), ModelMessages.CUT_OFF),
                        lookedUp(),
                        ANSWERED),
                start(PATIENT, Plays.call(id(2), "look_up", half).cutOff(), lookUp(), ANSWER));
    }

    @Test
    void callsWithAnIncompleteLastOne() {
        Call whole = new Call(id(2), "refund", "{\"order\":\"A-1\",\"cents\":100}");
        String half = "{\"order\":\"A-1\",\"cents\":1";
        assertEquals(
                thread(
                        ended("length", replied("", whole, new Call(id(3), "refund", receivedArguments(half)))),
                        event("call_rejected", id(2), ModelMessages.CUT_OFF),
                        event("call_rejected", id(3), ModelMessages.CUT_OFF),
                        lookedUp(),
                        ANSWERED),
                start(
                        PATIENT,
                        Plays.calls(whole, new Call(id(3), "refund", half)).cutOff(),
                        lookUp(),
                        ANSWER));
    }

    @Test
    void incompleteText() {
        assertEquals(
                thread(
                        ended("length", replied("It is a")),
                        "<text_rejected>" + ModelMessages.CUT_OFF + "</text_rejected>",
                        ANSWERED),
                start(PATIENT, Plays.text("It is a").cutOff(), ANSWER));
    }

    @Test
    void unknownStopReason() {
        assertEquals(thread(lookedUp(), ANSWERED), start(PATIENT, lookUp().endingOddly(), ANSWER));
    }

    @Test
    void contentFilter() {
        if (isFilteredReplyRefused()) {
            assertEquals(
                    thread(ended("refusal", replied("It is a"))),
                    start(PATIENT, Plays.text("It is a").filtered()));
        } else {
            assertEquals(
                    thread(
                            ended("content_filter", replied("It is a")),
                            "<text_rejected>" + ModelMessages.FILTERED + "</text_rejected>",
                            ANSWERED),
                    start(PATIENT, Plays.text("It is a").filtered(), ANSWER));
        }
    }

    /** The fake verifies that its thinking, if any, is repeated unchanged. */
    @Test
    void thinkingBeforeCalls() {
        Call second = new Call(id(2), "refund", "{\"order\":\"A-1\",\"cents\":100}");
        assertEquals(
                thread(
                        lookedUp("I look it up."),
                        replied("", second),
                        event("step_started", id(2), ""),
                        event("step_returned", id(2), ""),
                        ANSWERED),
                start(
                        PATIENT,
                        Plays.thinking("An order?").text("I look it up.").call(id(1), "look_up", ARGUMENTS),
                        Plays.thinking("Broken, then.").call(second.id(), second.tool(), second.arguments()),
                        Plays.thinking("Done.").text("It is a lamp.")));
    }

    @Test
    void refusal() {
        if (isRefusalFiltered()) {
            assertEquals(
                    thread(
                            ended("content_filter", replied("I cannot help.")),
                            "<text_rejected>" + ModelMessages.FILTERED + "</text_rejected>",
                            ANSWERED),
                    start(PATIENT, Plays.refusal("I cannot help."), ANSWER));
            return;
        }
        assertEquals(
                thread(ended("refusal", replied("I cannot help."))), start(PATIENT, Plays.refusal("I cannot help.")));
    }

    @Test
    void emptyReply() {
        assertEquals(
                thread(
                        "<model_replied/>",
                        "<text_rejected>" + ModelMessages.EMPTY_REPLY + "</text_rejected>",
                        ANSWERED),
                start(PATIENT, Plays.nothing(), ANSWER));
    }

    @Test
    void unknownTool() {
        assertEquals(
                thread(
                        replied("", new Call(id(2), "lookup", "{}")),
                        event("call_rejected", id(2), ModelMessages.unknownTool("lookup", TOOLS)),
                        lookedUp(),
                        ANSWERED),
                start(PATIENT, Plays.call(id(2), "lookup", "{}"), lookUp(), ANSWER));
    }

    @Test
    void impossibleToolName() {
        String name = "functions.look up";
        assertEquals(
                thread(
                        replied("", new Call(id(2), name, "{}")),
                        event("call_rejected", id(2), ModelMessages.unknownTool(name, TOOLS)),
                        lookedUp(),
                        ANSWERED),
                start(PATIENT, Plays.call(id(2), name, "{}"), lookUp(), ANSWER));
    }

    @Test
    void callOfAnotherProvider() {
        String id = "of.another/provider:" + "x".repeat(64);
        ProviderState state = new ProviderState("another", "{\"thought\":\"Hm.\"}");
        begin(ModelReply.builder().call(id, "look_up", ARGUMENTS).state(state).build());
        assertEquals(
                thread(
                        replied("", new Call(id, "look_up", ARGUMENTS)),
                        event("step_started", id, ""),
                        event("step_returned", id, "a lamp"),
                        ANSWERED),
                resume(PATIENT, ANSWER));
    }

    @Test
    void requiredCallWithoutAPrompt() {
        provider().then(lookUp());
        ModelRequest request = new ModelRequest(
                "", List.of(new Message.User("Hello")), List.of(SupportDesk_LookUpSpec.INSTANCE), ToolChoice.REQUIRED);
        ModelReply reply = model(provider(), PATIENT).reply(request);
        assertEquals(ARGUMENTS, reply.calls().get(0).arguments());
    }

    @Test
    void requestWithoutTools() {
        provider().then(ANSWER);
        ModelRequest request = new ModelRequest("Be brief.", List.of(new Message.User("Hello")), List.of());
        assertEquals("It is a lamp.", model(provider(), PATIENT).reply(request).text());
    }

    @Test
    void usage() {
        AgentThread thread = run(PATIENT, Plays.text("Hello").tokens(100, 40, 7));
        Event.ModelReplied replied = (Event.ModelReplied) thread.events().get(1);
        assertEquals(
                List.of(100L, 40L, 7L),
                List.of(
                        replied.usage().inputTokens(),
                        replied.usage().cachedTokens(),
                        replied.usage().outputTokens()));
    }
}
