package dev.escapement.samples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
import dev.escapement.loop.StepContext;
import dev.escapement.run.Runner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The refund desk, driven by the model of the sample and without it. */
class RefundDeskTest {

    private final Orders orders = new Orders();
    private final RefundDesk desk = new RefundDesk(orders);
    private final Runner runner =
            Runner.of(new RefundDeskLoop(desk)).model(new DemoModel()).build();

    @Test
    void aRefundThatIsTooLargeIsRefusedAndCorrected() throws Exception {
        AgentThread thread = runner.start("The lamp from order A-1042 arrived broken");
        assertEquals(
                List.of("The amount must be between 1 and 5990 cents."),
                thread.events().stream()
                        .filter(Event.StepFailed.class::isInstance)
                        .map(event -> ((Event.StepFailed) event).message())
                        .toList());
        assertInstanceOf(Event.Finished.class, thread.last());
        assertEquals(5990, orders.find("A-1042").refundedCents());
    }

    @Test
    void anOrderThatDoesNotExistIsAskedForAgain() {
        AgentThread thread = runner.start("t", "Where is A-9999?");
        assertEquals("I could not find that order. Is the number right?", said(thread));
        assertEquals(
                "There is no order A-9999. Ask the customer for the number on the invoice.",
                ((Event.StepFailed) thread.events().get(3)).message());
    }

    @Test
    void anOrderNumberIsAskedForAndTheThreadGoesOnWithTheReply() {
        AgentThread waiting = runner.start("t", "My lamp is broken");
        assertEquals("Which order is it about? The number looks like A-1042.", said(waiting));
        AgentThread finished = runner.reply("t", "It is A-1042");
        assertInstanceOf(Event.Finished.class, finished.last());
    }

    @Test
    void aThreadIsKeptAsJson() {
        AgentThread thread = runner.start("The lamp from order A-1042 arrived broken");
        assertEquals(thread, AgentThread.fromJson(thread.toJson()));
    }

    @Test
    void theSameKeyGivesTheSameReceiptAndNoSecondRefund() throws Exception {
        IssueRefund call = new IssueRefund("A-1042", 1000, RefundReason.LATE, Optional.empty());
        Receipt first = desk.refund(call, new StepContext("t", "c", "key-1"));
        assertEquals(first, desk.refund(call, new StepContext("t", "c", "key-1")));
        assertEquals(1000, orders.find("A-1042").refundedCents());
        Receipt second = desk.refund(call, new StepContext("t", "d", "key-2"));
        assertEquals("R-1", first.receiptId());
        assertEquals("R-2", second.receiptId());
        assertEquals(2000, orders.find("A-1042").refundedCents());
    }

    @Test
    void stockIsTold() {
        assertEquals(0, desk.stock(new CheckStock("LAMP-3")));
        assertEquals(12, desk.stock(new CheckStock("MUG-1")));
    }

    private static String said(AgentThread thread) {
        return ((Event.ModelReplied) thread.last()).text();
    }
}
