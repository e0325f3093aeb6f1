package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.ServerRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Tests of the conversion of requests. */
class ServletRequestsTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/app/agents/api/a%2Fb");

    private ServerRequest head() {
        return ServletRequests.head(request, PrincipalSource.CONTAINER);
    }

    @Test
    void targetIsEncodedAsSent() {
        request.setQueryString("q=%20");

        assertEquals("/app/agents/api/a%2Fb?q=%20", head().target());
    }

    @Test
    void hostIsThatOfTheContainer() {
        request.addHeader("Host", "10.0.0.7:8080");
        HttpServletRequest forwarded = new HttpServletRequestWrapper(request) {
            @Override
            public String getServerName() {
                return "agents.example.com";
            }

            @Override
            public int getServerPort() {
                return 443;
            }

            @Override
            public boolean isSecure() {
                return true;
            }
        };

        ServerRequest head = ServletRequests.head(forwarded, PrincipalSource.CONTAINER);

        assertEquals(List.of("agents.example.com"), head.values("Host"));
    }

    @Test
    void portIsKeptUnlessItIsTheDefault() {
        request.addHeader("Host", "localhost:8080");
        request.setServerName("localhost");
        request.setServerPort(8080);

        assertEquals(List.of("localhost:8080"), head().values("Host"));
    }

    @Test
    void addressOfVersionSixHasBrackets() {
        request.addHeader("Host", "[::1]:8080");
        request.setServerName("::1");
        request.setServerPort(8080);

        assertEquals(List.of("[::1]:8080"), head().values("Host"));
    }

    @Test
    void missingHostIsNotReplaced() {
        request.setServerName("localhost");

        assertEquals(List.of(), head().values("Host"));
    }

    @Test
    void authorityOfHttp2IsTheHost() {
        request.setProtocol("HTTP/2.0");
        request.setServerName("localhost");
        request.setServerPort(8080);

        assertEquals(List.of("localhost:8080"), head().values("Host"));
    }

    @Test
    void repeatedHostIsNotReplaced() {
        request.addHeader("Host", "localhost");
        request.addHeader("Host", "evil.example");

        assertEquals(List.of("localhost", "evil.example"), head().values("Host"));
    }

    @Test
    void forwardedNameIsNotResolved() {
        request.setRemoteAddr("localhost");

        assertNull(head().remote().getAddress());
    }

    @Test
    void remoteAddressIsParsed() {
        request.setRemoteAddr("::1");

        assertTrue(head().remote().getAddress().isLoopbackAddress());
    }
}
