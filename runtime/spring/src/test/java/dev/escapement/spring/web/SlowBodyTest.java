package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.AgentServer;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tests of a request whose body does not arrive. */
class SlowBodyTest {

    @Test
    void bodyThatDoesNotArriveIsATimeoutOfTheClient() throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/agents/api/threads") {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(new ByteArrayInputStream(new byte[1])) {
                    @Override
                    public int read(byte[] part, int offset, int length) throws IOException {
                        throw new IOException("The request body arrived too slowly.");
                    }
                };
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (AgentServer server = AgentServer.of(new InMemoryThreadStore(), new PickupDeskLoop(new PickupDesk()))
                .build()) {
            AgentServlet servlet = new AgentServlet(() -> server, PrincipalSource.CONTAINER, "/agents");
            servlet.open();

            servlet.service(request, response);
        }

        assertEquals(408, response.getStatus());
        assertEquals("close", response.getHeader("Connection"));
    }
}
