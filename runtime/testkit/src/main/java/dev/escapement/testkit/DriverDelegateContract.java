package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.run.InboxQuestion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of drivers for several children, for children of children, and for children that wait. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverDelegateContract extends DriverContract {

    private final ContractStep book = step("book").effect(Effect.WRITE);
    private final ContractStep done = ContractStep.named("done").finishes();
    private final ContractLoop aide = ContractLoop.of("Aide", book, done);
    private final ContractStep hand = ContractStep.named("hand").delegates(aide, false);
    private final ContractStep close = ContractStep.named("close").finishes();
    private final ContractLoop lead = ContractLoop.of("Lead", hand, close);

    /** Creates the tests. */
    protected DriverDelegateContract() {}

    @BeforeEach
    final void writeScript() {
        model().script("Lead", calls(hand.call("c1", "room")), calls(close.call("c2", "ok")))
                .script("Aide", calls(book.call("d1", "room")), calls(done.call("d2", "booked")));
    }

    /** The order of the two ends, and of the first end and the second start, depends on the driver. */
    @Test
    void childrenOfOneReplyEnd() throws Exception {
        model().script("Lead", calls(hand.call("c1", "room"), hand.call("c2", "car")), calls(close.call("c3", "ok")))
                .script("Aide", "car", calls(book.call("d1", "car")), calls(done.call("d2", "rented")));
        AgentDriver driver = open(lead, aide);
        start(driver);

        List<String> events = EventOutline.of(awaitEnd(driver)).lines().sorted().toList();

        assertEquals("""
                delegate_ended c1 "booked" of done, 30 tokens
                delegate_ended c2 "rented" of done, 30 tokens
                delegate_started c1 Aide "room"
                delegate_started c2 Aide "car"
                finished c3 "ok"
                model_replied "" [c1 hand{"text":"room"}, c2 hand{"text":"car"}] 15 tokens
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                started Lead "go"
                step_started c1 READ delegates attempt 1 key #/1/c1
                step_started c2 READ delegates attempt 1 key #/1/c2
                step_started c3 READ finishes attempt 1 key #/2/c3
                """.lines().toList(), events);
        assertEquals(
                List.of("book car", "book room"), effects().stream().sorted().toList());
    }

    @Test
    void childOfAChildEnds() throws Exception {
        ContractStep pass = ContractStep.named("pass").delegates(aide, false);
        ContractLoop chief = ContractLoop.of("Chief", pass, done);
        ContractStep order = ContractStep.named("order").delegates(chief, false);
        model().script("Lead", calls(order.call("c1", "room")), calls(close.call("c2", "ok")))
                .script("Chief", calls(pass.call("e1", "room")), calls(done.call("e2", "passed")));
        AgentDriver driver = open(ContractLoop.of("Lead", order, close), chief, aide);
        start(driver);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 order{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Chief "room"
                delegate_ended c1 "passed" of done, 60 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void crashInTheDelegatingStepStartsOneChild() throws Exception {
        ContractStep slow = ContractStep.named("hand").delegates("Aide", (text, context) -> {
            act("hand", text);
            return Outcome.delegated("Aide", ContractStep.start(aide, text), false);
        });
        ContractLoop loop = ContractLoop.of("Lead", slow, close);
        startAndCrash("end of hand", loop, aide);
        AgentDriver driver = open(loop, aide);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                step_started c1 READ delegates attempt 2 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "booked" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("hand room", "hand room", "book room"), effects());
    }

    @Test
    void deadlineOfTheChildExpires() throws Exception {
        ContractStep pay = step("pay").gate(Verdict.ask("Pay?").within(Duration.ofMillis(300)));
        model().script("Aide", calls(pay.call("d1", "ten")), calls(done.call("d2", "too late")));
        AgentDriver driver = open(lead, ContractLoop.of("Aide", pay, done));
        start(driver);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "too late" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of(), effects());
    }

    @Test
    void childPausesForAReply() throws Exception {
        ContractStep ask = ContractStep.named("ask").pauses();
        model().script("Aide", calls(ask.call("d1", "Which?")), calls(done.call("d2", "booked")));
        AgentDriver driver = open(lead, ContractLoop.of("Aide", ask, done));
        InboxQuestion question = startAndAwaitQuestion(driver);

        driver.inbox().reply(question.threadId(), "d1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "booked" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 ask{"text":"Which?"}] 15 tokens
                step_started d1 READ pauses attempt 1 key #/1/d1
                reply_asked d1: Which?
                reply_received d1 "red"
                model_replied "" [d2 done{"text":"booked"}] 15 tokens
                step_started d2 READ finishes attempt 1 key #/2/d2
                finished d2 "booked"
                """, driver, question.threadId());
    }

    @Test
    void releaseContinuesAChild() throws Exception {
        ContractStep ask = ContractStep.named("ask").pauses();
        model().script(
                        "Aide",
                        calls(ask.call("d1", "Which?")),
                        calls(book.call("d2", "red")),
                        calls(done.call("d3", "ok")));
        AgentDriver first = open(lead, ContractLoop.of("Aide", ask, done));
        InboxQuestion question = startAndAwaitQuestion(first);
        end(first);
        AgentDriver driver = open(lead, ContractLoop.of("Aide", ask, book, done));

        driver.inbox().reply(question.threadId(), "d1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "ok" of done, 45 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 ask{"text":"Which?"}] 15 tokens
                step_started d1 READ pauses attempt 1 key #/1/d1
                reply_asked d1: Which?
                reply_received d1 "red"
                agent_updated [ask, book, done]
                model_replied "" [d2 book{"text":"red"}] 15 tokens
                step_started d2 WRITE returns attempt 1 key #/2/d2
                step_returned d2 "red"
                model_replied "" [d3 done{"text":"ok"}] 15 tokens
                step_started d3 READ finishes attempt 1 key #/3/d3
                finished d3 "ok"
                """, driver, question.threadId());
    }
}
