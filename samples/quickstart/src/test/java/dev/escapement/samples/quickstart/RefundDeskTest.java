package dev.escapement.samples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.json.Decoded;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the refund desk, with and without the model of the sample. */
class RefundDeskTest {

    private final Orders orders = new Orders();
    private final RefundDesk desk = new RefundDesk(orders);
    private final Runner runner =
            Runner.of(new RefundDeskLoop(desk)).model(new DemoModel()).build();

    @Test
    void tooLargeRefundIsCorrected() throws Exception {
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
    void refundAboveTheLimitWaitsForApproval() throws Exception {
        AgentThread waiting = runner.start("t", "The desk from order A-1044 arrived scratched");
        Event.ApprovalAsked asked = assertInstanceOf(Event.ApprovalAsked.class, waiting.last());
        assertEquals("Refund 249.00 EUR for order A-1044?", asked.question());
        assertEquals(0, orders.find("A-1044").refundedCents());
        AgentThread finished = runner.approve("t", asked.callId(), Approver.of("alice"));
        assertInstanceOf(Event.Finished.class, finished.last());
        assertEquals(249_00, orders.find("A-1044").refundedCents());
    }

    @Test
    void refusedRefundIsNotMade() throws Exception {
        AgentThread waiting = runner.start("t", "The desk from order A-1044 arrived scratched");
        String call = ((Event.ApprovalAsked) waiting.last()).callId();
        AgentThread finished = runner.refuse("t", call, Approver.of("alice"), "Send a new top instead.");
        assertEquals(0, orders.find("A-1044").refundedCents());
        assertEquals(
                "{\"summary\":\"Order A-1044 was not refunded. Refused by a person: Send a new top instead.\"}",
                ((Event.Finished) finished.last()).result());
    }

    @Test
    void refundAtTheLimitNeedsNoApproval() {
        IssueRefund atTheLimit = new IssueRefund("A-1044", 100_00, RefundReason.LATE, Optional.empty());
        IssueRefund above = new IssueRefund("A-1044", 100_01, RefundReason.LATE, Optional.empty());
        assertEquals(Verdict.proceed(), desk.review(atTheLimit));
        assertEquals(Verdict.ask("Refund 100.01 EUR for order A-1044?"), desk.review(above));
    }

    @Test
    void invalidOrderNumberIsRejectedFirst() {
        assertInstanceOf(
                Decoded.Rejected.class,
                IssueRefundSpec.INSTANCE.decode("{\"orderId\":\"lamp\",\"amountCents\":0,\"reason\":\"LATE\"}"));
    }

    @Test
    void unknownOrderIsAskedForAgain() {
        AgentThread thread = runner.start("t", "Where is A-9999?");
        assertEquals("I could not find that order. Is the number right?", said(thread));
        assertEquals(
                "Order A-9999 does not exist. Ask the customer for the number on the invoice.",
                ((Event.StepFailed) thread.events().get(3)).message());
    }

    @Test
    void missingOrderNumberIsAskedFor() {
        AgentThread waiting = runner.start("t", "My lamp is broken");
        assertEquals("Which order is it about? The number looks like A-1042.", said(waiting));
        AgentThread finished = runner.reply("t", "It is A-1042");
        assertInstanceOf(Event.Finished.class, finished.last());
    }

    @Test
    void threadIsEqualAfterJson() {
        AgentThread thread = runner.start("The lamp from order A-1042 arrived broken");
        assertEquals(thread, AgentThread.fromJson(thread.toJson()));
    }

    @Test
    void sameKeyGivesTheSameReceipt() throws Exception {
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
