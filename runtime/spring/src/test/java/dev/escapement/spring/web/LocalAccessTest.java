package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.env.MockEnvironment;

/** Tests of applications without an authenticator. */
class LocalAccessTest {

    @Test
    void allAddressesAreRefused() {
        MockEnvironment environment = new MockEnvironment();

        assertThrows(LocalAccessException.class, new LocalAccess(environment)::require);
    }

    @Test
    void otherAddressIsRefused() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "192.0.2.1");

        assertThrows(LocalAccessException.class, new LocalAccess(environment)::require);
    }

    @Test
    void trustInForwardedHeadersIsRefused() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("server.forward-headers-strategy", "framework");

        assertThrows(LocalAccessException.class, new LocalAccess(environment)::require);
    }

    @Test
    void applicationOnAllAddressesDoesNotStart() {
        Exception failure = assertThrows(
                Exception.class,
                () -> WebApplication.startLocal("server.address=0.0.0.0").close());

        assertEquals(
                LocalAccessException.class,
                NestedExceptionUtils.getMostSpecificCause(failure).getClass());
    }

    @Test
    void failureIsExplained() {
        FailureAnalysis analysis =
                new LocalAccessFailureAnalyzer().analyze(new LocalAccessException("The server is open"));

        assertTrue(analysis.getAction().contains("server.address=127.0.0.1"), analysis.getAction());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void loggedLinkOpensThePage(CapturedOutput output) throws Exception {
        try (WebApplication application = WebApplication.startLocal("server.servlet.context-path=/app")) {
            Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/app/escapement/#t=(\\S+)")
                    .matcher(output);
            assertTrue(link.find(), output.toString());

            assertEquals(
                    200,
                    application
                            .post(
                                    "/app/escapement/api/session",
                                    "{\"token\":\"" + link.group(2) + "\"}",
                                    "Content-Type",
                                    "application/json")
                            .statusCode());
        }
    }
}
