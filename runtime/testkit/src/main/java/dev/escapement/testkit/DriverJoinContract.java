package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.ThreadResults;
import dev.escapement.json.StaleCodeError;
import dev.escapement.run.InboxQuestion;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of drivers for joins of children, and for joins that fail or do not apply to the result of the child. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverJoinContract extends DriverContract {

    private final ContractStep book = step("book").effect(Effect.WRITE);
    private final ContractStep ask = ContractStep.named("ask").pauses();
    private final ContractStep done = ContractStep.named("done").finishes();
    private final ContractLoop aide = ContractLoop.of("Aide", book, ask, done);
    private final ContractStep hand = ContractStep.named("hand").delegates(aide, true);
    private final ContractStep note = step("note").effect(Effect.WRITE);
    private final ContractStep close = ContractStep.named("close").finishes();
    private final ContractLoop lead = ContractLoop.of("Lead", hand, note, close).joining(note);

    /** Creates the tests. */
    protected DriverJoinContract() {}

    @BeforeEach
    final void writeScript() {
        model().script("Lead", calls(hand.call("c1", "room")), calls(close.call("c2", "ok")))
                .script("Aide", calls(book.call("d1", "room")), calls(done.call("d2", "booked")));
    }

    @Test
    void joinFollowsTheResult() throws Exception {
        AgentDriver driver = open(lead, aide);
        start(driver);

        assertJoined(driver);
        assertEquals(List.of("book room", "note booked"), effects());
    }

    private void assertJoined(AgentDriver driver) throws InterruptedException {
        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room" joins
                delegate_ended c1 "booked" of done, 30 tokens
                call_selected c1 -> c1-2 note{"text":"booked"}
                step_started c1-2 WRITE returns attempt 1 key #/1/c1-2
                step_returned c1-2 "booked"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    /** A driver that recorded a failure could not continue with code that was compiled again. */
    @Test
    void joinRunsAgainAfterStaleCode() throws Exception {
        AtomicBoolean isStale = new AtomicBoolean(true);
        AgentDriver driver = open(
                lead.joining((call, result) -> {
                    if (isStale.getAndSet(false)) {
                        throw new StaleCodeError("shop.Lead", "shop.Aide", null);
                    }
                    return lead.join(call, result);
                }),
                aide);
        start(driver);

        assertJoined(driver);
        assertEquals(List.of("book room", "note booked"), effects());
    }

    @Test
    void failedJoinAnswersTheCall() throws Exception {
        AgentDriver driver = open(
                lead.joining((call, result) -> {
                    throw new IllegalStateException("The log contains this text.");
                }),
                aide);
        start(driver);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room" joins
                delegate_ended c1 "booked" of done, 30 tokens
                step_failed c1 undeclared: The agent Aide finished, and its actions took effect. Do not delegate the task \
                again. Its result cannot be shown. Reference: #/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void releaseCannotReadTheResult() throws Exception {
        model().script("Aide", calls(ask.call("d1", "Which?")), calls(done.call("d2", "booked")));
        AgentDriver first = open(lead, aide);
        InboxQuestion question = startAndAwaitQuestion(first);
        end(first);
        ContractLoop release = lead.joining((call, result) ->
                Outcome.returned(JsonWriter::writeInt, ThreadResults.ofChild(call, result, JsonReader::readInt)));
        AgentDriver driver = open(release, aide);

        driver.inbox().reply(question.threadId(), "d1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room" joins
                delegate_ended c1 "booked" of done, 30 tokens
                step_failed c1 declared: The agent Aide finished, and its actions took effect. Do not delegate the task \
                again. The tool could not process its result, and a further step was not selected. Continue with this \
                result: "booked"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }
}
