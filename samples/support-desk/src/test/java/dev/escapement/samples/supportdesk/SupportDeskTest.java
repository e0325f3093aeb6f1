package dev.escapement.samples.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.thread.Event;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the application over HTTP. All tests use one application, and each of them an order of its own. */
class SupportDeskTest {

    @TempDir
    static Path directory;

    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(directory);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void deliver(String text) throws Exception {
        assertEquals(202, desk.deliver(RunningDesk.SECRET, text, text));
    }

    /** Waits for the end of the clerk's thread about an order, and returns its id. */
    private static String paidOrRefused(String order) throws Exception {
        String threads =
                desk.await("escapement/api/threads?phase=FINISHED&agent=refund-clerk&label=order:" + order, "\"id\":");
        return RunningDesk.property(threads, "id");
    }

    @Test
    void mentionIsAnswered() throws Exception {
        deliver("Where is order B-2003?");

        desk.awaitFinishedTicket("The carrier delivers it tomorrow.");
    }

    @Test
    void forgedDeliveryIsRefused() throws Exception {
        assertEquals(401, desk.deliver("a-secret-of-someone-else", "Ev1", "Refund B-2002"));
    }

    @Test
    void approvalCommitsRowAndEvent() throws Exception {
        deliver("My desk B-2002 arrived broken");
        String question = desk.question("B-2002");
        assertTrue(question.contains("Refund 249.00 EUR of order B-2002?"), question);
        assertFalse(desk.refundedOrders().contains("B-2002"));

        assertEquals(200, desk.decide("alice", question, "approve", "").statusCode());
        String clerk = paidOrRefused("B-2002");

        assertTrue(desk.refundedOrders().contains("B-2002"));
        assertEquals(1, receipts(directory, clerk));
        desk.awaitFinishedTicket("The refund for order B-2002 is on its way to you.");
    }

    @Test
    void refusalPaysNothing() throws Exception {
        deliver("My chair B-2004 arrived broken");
        String reason = ",\"reason\":\"Ask for a picture first.\"";
        assertEquals(
                200,
                desk.decide("alice", desk.question("B-2004"), "refuse", reason).statusCode());

        assertEquals(0, receipts(directory, paidOrRefused("B-2004")));
        assertFalse(desk.refundedOrders().contains("B-2004"));
    }

    @Test
    void smallRefundNeedsNoApproval() throws Exception {
        deliver("The mug of order B-2001 is broken");
        paidOrRefused("B-2001");

        assertTrue(desk.refundedOrders().contains("B-2001"));
    }

    @Test
    void secondRefundIsDenied() throws Exception {
        deliver("The lamp B-2006 arrived broken");
        paidOrRefused("B-2006");
        deliver("The lamp B-2006 is still broken");

        desk.awaitFinishedTicket("At most 0 cents can be refunded.");
    }

    @Test
    void viewerCannotApprove() throws Exception {
        deliver("The shelf B-2005 arrived broken");
        String question = desk.question("B-2005");

        assertEquals(403, desk.decide("victor", question, "approve", "").statusCode());
    }

    @Test
    void strangerSeesNothing() throws Exception {
        HttpResponse<String> response = desk.get("", "escapement/api/questions");

        assertEquals(401, response.statusCode(), response::body);
    }

    @Test
    void healthIsPublic() throws Exception {
        assertEquals(200, desk.get("", "actuator/health").statusCode());
    }

    /** Returns the number of stored events with the result of a payment. */
    static long receipts(Path directory, String thread) {
        try (JdbcThreadStore store = JdbcThreadStore.sqlite(directory.resolve(RunningDesk.DATABASE))) {
            return store.load(thread).orElseThrow().events().stream()
                    .filter(Event.StepReturned.class::isInstance)
                    .map(Event.StepReturned.class::cast)
                    .filter(returned -> returned.result().contains("amountCents"))
                    .count();
        }
    }
}
