package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Usage;
import dev.escapement.run.Append;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.TestRequest;
import dev.escapement.server.body.ModelInputBody;
import dev.escapement.server.body.ModelInputBodyCodec;
import dev.escapement.server.body.SearchBody;
import dev.escapement.server.body.SearchBodyCodec;
import dev.escapement.server.body.VerificationBody;
import dev.escapement.server.body.VerificationBodyCodec;
import dev.escapement.server.openapi.ValidatedServer;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link InspectionRoutes}. */
class InspectionRoutesTest {

    private static SearchBody search(ReleaseDesk desk, String text) {
        return desk.get("reader", "/api/threads/t1/search?q=" + text).body(200, SearchBodyCodec.INSTANCE);
    }

    @Test
    void searchIgnoresCaseAndPropertyNames() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(new SearchBody(List.of(0, 1, 2), false), search(desk, "V1.0.0"));
            assertEquals(new SearchBody(List.of(), false), search(desk, "idempotencyKey"));
            assertEquals(new SearchBody(List.of(), false), search(desk, "argumentsSha256"));
        }
    }

    @Test
    void emptySearchIsRefused() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(400, desk.get("reader", "/api/threads/t1/search").status());
            assertEquals(400, desk.get("reader", "/api/threads/t1/search?q=").status());
            assertEquals(404, desk.get("acme", "/api/threads/t1/search?q=x").status());
        }
    }

    @Test
    void currentCodeMatchesItsThread() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            int size = desk.finished("t1").events().size();

            assertEquals(
                    new VerificationBody(true, size, Optional.empty()),
                    desk.get("reader", "/api/threads/t1/verification").body(200, VerificationBodyCodec.INSTANCE));
        }
    }

    @Test
    void unknownAgentCannotBeVerified() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.store.append(Append.of("t1", 0, new Event.Started(Instant.EPOCH, "acme.Other", "Ship")));

            String detail = desk.get("reader", "/api/threads/t1/verification")
                    .problem(422)
                    .detail();

            assertTrue(detail.contains("AgentServer.of"), detail);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verification", "requests/1"})
    void refusalForAnUnknownAgentIsDocumented(String part) {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.store.append(Append.of("t1", 0, new Event.Started(Instant.EPOCH, "acme.Other", "Ship")));
            desk.store.append(Append.of("t1", 1, new Event.ModelReplied(Instant.EPOCH, "", List.of(), Usage.NONE)));
            ValidatedServer validated = ValidatedServer.of(desk.server, request("/api/openapi.json"));

            ServerResponse response = validated.handle(request("/api/threads/t1/" + part));

            assertEquals(422, response.status());
        }
    }

    private static ServerRequest request(String target) {
        return TestRequest.get(target).header("authorization", "reader").build();
    }

    @Test
    void requestIsRenderedAgain() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            ModelInputBody input =
                    desk.get("reader", "/api/threads/t1/requests/1").body(200, ModelInputBodyCodec.INSTANCE);

            assertEquals("You ship releases.", input.prompt());
            assertEquals("user", input.messages().get(0).role());
            assertTrue(input.messages().get(0).text().contains("Ship v1.0.0"));
            assertEquals(3, input.tools().size());
            assertEquals(Optional.empty(), input.matches());
        }
    }

    @Test
    void otherPositionsHaveNoRequest() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(404, desk.get("reader", "/api/threads/t1/requests/0").status());
            assertEquals(404, desk.get("reader", "/api/threads/t1/requests/99").status());
            assertEquals(400, desk.get("reader", "/api/threads/t1/requests/one").status());
            assertEquals(400, desk.get("reader", "/api/threads/t1/requests/-1").status());
            assertEquals(404, desk.get("acme", "/api/threads/t1/requests/1").status());
        }
    }
}
