package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.ThreadStore;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Tests of the decisions in an application with an authenticator of its own and without a policy. */
class DefaultPolicyTest {
    private static final String THREAD = "/escapement/api/threads/thread-1";

    @Test
    void ownAuthenticatorNeedsAPolicy() throws Exception {
        try (WebApplication application = WebApplication.start(OpenDoor.class)) {
            application.runner().start("thread-1", "Return parcel P-1");
            ThreadStore store = application.context().getBean(ThreadStore.class);
            int size = store.load("thread-1").orElseThrow().events().size();
            String thread = application.get(THREAD + "/questions").body();

            HttpResponse<String> decided = application.post(
                    THREAD + "/decisions",
                    "{\"type\":\"approve\",\"callId\":\"" + WebApplication.string(thread, "callId")
                            + "\",\"argumentsSha256\":\"" + WebApplication.string(thread, "argumentsSha256") + "\"}",
                    "Content-Type",
                    "application/json");

            assertTrue(decided.body().contains("urn:escapement:problem:forbidden"), decided.body());
            assertEquals(size, store.load("thread-1").orElseThrow().events().size());
        }
    }
}
