package dev.escapement.testing;

import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Pause;
import dev.escapement.Verdict;
import dev.escapement.codegen.PropertySet;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RateLimit;
import dev.escapement.model.Usage;
import dev.escapement.run.Approver;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the messages about values that violate the contract of a constructor or factory. */
class RefusalMessagesTest {

    private static final Event MESSAGE = new Event.MessageReceived(Instant.EPOCH, "x");
    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", "x");

    private static final AgentThread THREAD = new AgentThread("t1", List.of(STARTED));
    private static final AgentLoop LOOP = new DeskLoop(new Desk());
    private static final Outcome PAUSED = new Outcome.Paused("Which?", "{}");

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        new GoldenMessages()
                .addFailure("AgentLoop.fetch", () -> LOOP.fetch("‹source›", THREAD))
                .addFailure("AgentLoop.readReply", () -> LOOP.readReply("‹tool›", "{}"))
                .addFailure("AgentThread.events", () -> THREAD.events().get(9))
                .addFailure("AgentThread without an id", () -> new AgentThread("", List.of(STARTED)))
                .addFailure("AgentThread without its start", () -> new AgentThread("t1", List.of(MESSAGE)))
                .addFailure(
                        "AgentThread.fromJson",
                        () -> AgentThread.fromJson("[]"),
                        new Violation("$", ViolationMessages.OBJECT, ViolationMessages.ARRAY))
                .addFailure("Approver", () -> Approver.of(" "))
                .addFailure("Budget, cost", () -> Budget.UNLIMITED.withCost(BigDecimal.ZERO))
                .addFailure("Budget, count", () -> Budget.UNLIMITED.withSteps(0))
                .addFailure("Budget, time", () -> Budget.UNLIMITED.withTime(Duration.ZERO))
                .addFailure("Call", () -> new Call("", "t", "{}"))
                .addFailure("Decoded.Rejected", () -> new Decoded.Rejected<>(List.of()))
                .addFailure(
                        "EventFactory.fetched",
                        () -> EventFactory.fetched(THREAD, "‹source›", Instant.EPOCH, Duration.ZERO, PAUSED),
                        PAUSED)
                .addFailure("Pause, limit", () -> Pause.asking("Which?").within(Duration.ZERO))
                .addFailure("Pause, fallback", () -> new Pause<>("Which?", Optional.empty(), Optional.of("‹fallback›")))
                .addFailure("Policy", () -> new Policy(Budget.UNLIMITED, -1, OnFailures.STOP, OnText.WAIT))
                .addFailure("PriceTable", () -> PriceTable.EMPTY.of("large"))
                .addFailure("Prices, text", () -> Prices.perMillion("free", "0", "0", "0"))
                .addFailure("Prices, negative", () -> Prices.perMillion("-1", "0", "0", "0"))
                .addFailure("PropertySet", () -> PropertySet.required("‹name›", "‹name›"))
                .addFailure("Reducer", () -> LOOP.next(THREAD.with(new Event.StepReturned(Instant.EPOCH, "c1", "5"))))
                .addFailure("RateLimit", () -> RateLimit.of(0, Duration.ofSeconds(1)))
                .addFailure("Usage, negative tokens", () -> new Usage(-1, 0))
                .addFailure("Usage, overflow", () -> new Usage(Long.MAX_VALUE, 1))
                .addFailure("Usage, negative cost", () -> new Usage(0, 0, 0, BigDecimal.ONE.negate()))
                .addFailure("Verdict", () -> Verdict.strictest(Verdict.proceed(), null))
                .verify(RefusalMessagesTest.class);
    }
}
