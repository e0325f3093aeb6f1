package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static dev.escapement.testkit.ContractModel.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.thread.Budget;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of drivers for the flows of steps and for several calls in one reply. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverFlowContract extends DriverContract {

    private final ContractStep look = step("look");
    private final ContractStep note = step("note").effect(Effect.WRITE);
    private final ContractStep pick = ContractStep.named("pick").selects(note);
    private final ContractStep ask = ContractStep.named("ask").pauses();
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverFlowContract() {}

    @Test
    void stepsReturnAndFinish() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", look, close));
    }

    @Test
    void stepSelectsTheNextCall() throws Exception {
        model().script("Lead", calls(pick.call("c1", "a")), calls(close.call("c2", "ok")));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 pick{"text":"a"}] 15 tokens
                step_started c1 READ selects attempt 1 key #/1/c1
                call_selected c1 -> c1-2 note{"text":"a"}
                step_started c1-2 WRITE returns attempt 1 key #/1/c1-2
                step_returned c1-2 "a"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", pick, note, close));
        assertEquals(List.of("note a"), effects());
    }

    @Test
    void stepPausesForAReply() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", ask, close);
        AgentDriver driver = run(loop);

        driver.inbox().reply(id("t1"), "c1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                reply_received c1 "red"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void textWaitsForAMessage() throws Exception {
        model().script("Lead", text("Which?"), calls(close.call("c1", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", close);
        AgentDriver driver = run(loop);

        driver.inbox().message(id("t1"), "red");

        assertEvents("""
                started Lead "go"
                model_replied "Which?" [] 15 tokens
                message_received "red"
                model_replied "" [c1 close{"text":"ok"}] 15 tokens
                step_started c1 READ finishes attempt 1 key #/2/c1
                finished c1 "ok"
                """, driver);
    }

    @Test
    void textFinishes() throws Exception {
        model().script("Lead", text("done"));
        Policy policy = new Policy(Budget.UNLIMITED, 3, OnFailures.STOP, OnText.FINISH);

        assertRun("""
                started Lead "go"
                model_replied "done" [] 15 tokens
                finished text "done"
                """, ContractLoop.of("Lead", close).with(policy));
    }

    @Test
    void callsOfOneReplyRunInOrder() throws Exception {
        model().script(
                        "Lead",
                        calls(
                                look.call("c1", "a"),
                                note.call("c2", "b"),
                                look.call("c3", "c"),
                                note.call("c4", "d"),
                                close.call("c5", "ok")));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}, c2 note{"text":"b"}, c3 look{"text":"c"}, c4 note{"text":"d"}, c5 close{"text":"ok"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_started c3 READ returns attempt 1 key #/1/c3
                step_returned c1 "a"
                step_returned c3 "c"
                step_started c2 WRITE returns attempt 1 key #/1/c2
                step_returned c2 "b"
                step_started c4 WRITE returns attempt 1 key #/1/c4
                step_returned c4 "d"
                step_started c5 READ finishes attempt 1 key #/1/c5
                finished c5 "ok"
                """, ContractLoop.of("Lead", look, note, close));
        assertEquals(
                List.of("note b", "note d"),
                effects().stream().filter(effect -> effect.startsWith("note")).toList());
    }

    @Test
    void pausesOfOneReplyOpenTogether() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?"), ask.call("c2", "When?")), calls(close.call("c3", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", ask, close);
        AgentDriver driver = run(loop);

        driver.inbox().reply(id("t1"), "c2", "\"now\"");
        driver.inbox().reply(id("t1"), "c1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}, c2 ask{"text":"When?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                step_started c2 READ pauses attempt 1 key #/1/c2
                reply_asked c2: When?
                reply_received c2 "now"
                reply_received c1 "red"
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/2/c3
                finished c3 "ok"
                """, driver);
    }

    @Test
    void faultyCallsAreRejected() throws Exception {
        model().script(
                        "Lead",
                        calls(new Call("c1", "unknown", "{}"), new Call("c2", "look", "{\"text\":1}")),
                        calls(look.call("c3", "a"), close.call("c4", "ok")));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 unknown{}, c2 look{"text":1}] 15 tokens
                call_rejected c1 faulty: Unknown tool unknown. The tools are: look, close.
                call_rejected c2 faulty: The arguments of look were rejected.
                $.text: expected a string, found 1
                model_replied "" [c3 look{"text":"a"}, c4 close{"text":"ok"}] 15 tokens
                step_started c3 READ returns attempt 1 key #/2/c3
                step_returned c3 "a"
                step_started c4 READ finishes attempt 1 key #/2/c4
                finished c4 "ok"
                """, ContractLoop.of("Lead", look, close));
    }

    @Test
    void declaredFailurePreventsTheEnd() throws Exception {
        ContractStep fail = ContractStep.named("fail").body((text, context) -> new Outcome.Failed("No " + text + "."));
        model().script("Lead", calls(fail.call("c1", "order"), close.call("c2", "ok")), calls(close.call("c3", "ok")));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 fail{"text":"order"}, c2 close{"text":"ok"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_failed c1 declared: No order.
                call_rejected c2: Not run, because another call of the same reply did not succeed. Read its answer, then decide again.
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/2/c3
                finished c3 "ok"
                """, ContractLoop.of("Lead", fail, close));
    }

    @Test
    void tooManyFailuresStopTheThread() throws Exception {
        Call unknown = new Call("c1", "unknown", "{}");
        model().script("Lead", calls(unknown), calls(unknown), calls(unknown));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 unknown{}] 15 tokens
                call_rejected c1 faulty: Unknown tool unknown. The tools are: close.
                model_replied "" [c1-2 unknown{}] 15 tokens
                call_rejected c1-2 faulty: Unknown tool unknown. The tools are: close.
                model_replied "" [c1-3 unknown{}] 15 tokens
                call_rejected c1-3 faulty: Unknown tool unknown. The tools are: close.
                stopped FAILURES: 3 consecutive replies of the model failed. The last reason: Unknown tool unknown. The tools are: close.
                """, ContractLoop.of("Lead", close));
    }

    @Test
    void tooManyFailuresAskAPerson() throws Exception {
        Call unknown = new Call("c1", "unknown", "{}");
        model().script("Lead", calls(unknown), calls(unknown), calls(close.call("c3", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", close)
                .with(new Policy(Budget.UNLIMITED, 2, OnFailures.ASK_PERSON, OnText.WAIT));
        AgentDriver driver = run(loop);

        driver.inbox().message(id("t1"), "Close it.");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 unknown{}] 15 tokens
                call_rejected c1 faulty: Unknown tool unknown. The tools are: close.
                model_replied "" [c1-2 unknown{}] 15 tokens
                call_rejected c1-2 faulty: Unknown tool unknown. The tools are: close.
                person_asked 2 consecutive replies of the model failed. The last reason: Unknown tool unknown. The tools are: close.
                message_received "Close it."
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/3/c3
                finished c3 "ok"
                """, driver);
    }

    @Test
    void contextPrecedesTheFirstRequest() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));

        assertRun(
                """
                started Lead "go"
                context_fetched stock "full"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """,
                ContractLoop.of("Lead", look, close).fetching(() -> Outcome.returned(ContractStep.STRING, "full")));
    }
}
