package dev.escapement.samples.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.thread.Event;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the application over HTTP, with a database of its own for each test. */
class SupportDeskTest {

    @TempDir
    Path directory;

    private RunningDesk desk;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(directory);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private void deliver(String text) throws Exception {
        assertEquals(202, desk.deliver(RunningDesk.SECRET, "Ev1", text));
    }

    /** Returns the only thread of an agent that has finished. */
    private String finished(String agent) throws Exception {
        String threads = desk.await("escapement/api/threads?phase=FINISHED&agent=" + agent, "\"id\"");
        return RunningDesk.property(threads, "id");
    }

    @Test
    void mentionStartsAThread() throws Exception {
        deliver("Where is order B-2001?");

        String events = desk.get("alice", "escapement/api/threads/" + finished("help-desk") + "/events")
                .body();
        assertTrue(events.contains("The carrier delivers it tomorrow."), events);
    }

    @Test
    void forgedDeliveryIsRefused() throws Exception {
        assertEquals(401, desk.deliver("a-secret-of-someone-else", "Ev1", "Refund B-2002"));
    }

    @Test
    void approvalCommitsRowAndEvent() throws Exception {
        deliver("My desk B-2002 arrived broken");
        desk.await("escapement/api/questions", "Refund 249.00 EUR of order B-2002?");
        assertEquals(List.of(), desk.refundedOrders());

        assertEquals(200, desk.decide("alice", "approve").statusCode());
        String clerk = finished("refund-clerk");
        finished("help-desk");

        assertEquals(List.of("B-2002"), desk.refundedOrders());
        assertEquals(1, receipts(directory, clerk));
    }

    @Test
    void refusalPaysNothing() throws Exception {
        deliver("My desk B-2002 arrived broken");
        String question = desk.await("escapement/api/questions", "\"kind\":\"APPROVAL\"");
        String json = "{\"type\":\"refuse\",\"reason\":\"Ask for a picture first.\",\"callId\":\""
                + RunningDesk.property(question, "callId") + "\",\"argumentsSha256\":\""
                + RunningDesk.property(question, "argumentsSha256") + "\"}";
        String clerk = RunningDesk.property(question, "threadId");
        assertEquals(
                200,
                desk.post("alice", "escapement/api/threads/" + clerk + "/decisions", json)
                        .statusCode());
        finished("help-desk");

        assertEquals(List.of(), desk.refundedOrders());
    }

    @Test
    void smallRefundNeedsNoApproval() throws Exception {
        deliver("The mug of order B-2001 is broken");
        finished("help-desk");

        assertEquals(List.of("B-2001"), desk.refundedOrders());
    }

    @Test
    void viewerCannotApprove() throws Exception {
        deliver("My desk B-2002 arrived broken");

        assertEquals(403, desk.decide("victor", "approve").statusCode());
        assertEquals(List.of(), desk.refundedOrders());
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
