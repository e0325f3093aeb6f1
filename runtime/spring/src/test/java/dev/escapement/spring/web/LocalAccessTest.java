package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.AgentSetupException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** Tests of applications without an authenticator. */
class LocalAccessTest {

    /** An application whose filter replaces the host and the address by those of headers. */
    @Configuration(proxyBeanMethods = false)
    static class Forwarding {

        @Bean
        FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders() {
            return new FilterRegistrationBean<>(new ForwardedHeaderFilter());
        }
    }

    private static MockEnvironment loopback() {
        return new MockEnvironment().withProperty("server.address", "127.0.0.1");
    }

    private static AgentSetupException refusal(MockEnvironment environment) {
        return assertThrows(AgentSetupException.class, () -> new LocalAccess(environment).require(false));
    }

    private static Reason startFailure(Executable start) {
        Exception failure = assertThrows(Exception.class, start);
        return assertInstanceOf(AgentSetupException.class, NestedExceptionUtils.getMostSpecificCause(failure))
                .reason();
    }

    @Test
    void allAddressesAreRefused() {
        assertEquals(Reason.OPEN_ACCESS, refusal(new MockEnvironment()).reason());
    }

    @Test
    void otherAddressIsRefused() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "192.0.2.1");

        assertEquals(Reason.OPEN_ACCESS, refusal(environment).reason());
    }

    @Test
    void trustInForwardedHeadersIsRefused() {
        MockEnvironment environment = loopback().withProperty("server.forward-headers-strategy", "framework");

        assertEquals(Reason.OPEN_ACCESS, refusal(environment).reason());
    }

    @ParameterizedTest
    @EnumSource(names = {"KUBERNETES", "CLOUD_FOUNDRY"})
    void defaultOfACloudPlatformIsRefused(CloudPlatform platform) {
        MockEnvironment environment = loopback().withProperty("spring.main.cloud-platform", platform.name());

        assertEquals(Reason.OPEN_ACCESS, refusal(environment).reason());
    }

    @Test
    void platformWithoutForwardedHeadersIsPermitted() {
        MockEnvironment environment = loopback()
                .withProperty("spring.main.cloud-platform", "kubernetes")
                .withProperty("server.forward-headers-strategy", "none");

        assertDoesNotThrow(() -> new LocalAccess(environment).require(false));
    }

    @Test
    void filterOfForwardedHeadersIsRefused() {
        assertEquals(
                Reason.OPEN_ACCESS,
                startFailure(() -> WebApplication.startLocal(Forwarding.class).close()));
    }

    @Test
    void applicationOnAllAddressesDoesNotStart() {
        assertEquals(
                Reason.OPEN_ACCESS,
                startFailure(() ->
                        WebApplication.startLocal("server.address=0.0.0.0").close()));
    }

    @Test
    void failureIsExplained() {
        String action = refusal(new MockEnvironment()).action();

        assertTrue(action.contains("server.address=127.0.0.1"), action);
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
