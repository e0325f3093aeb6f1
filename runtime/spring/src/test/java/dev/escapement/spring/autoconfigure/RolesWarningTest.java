package dev.escapement.spring.autoconfigure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests of the warnings about users whose authorities permit too little. */
@ExtendWith(OutputCaptureExtension.class)
class RolesWarningTest {
    private static final String READ = "No user can read threads";

    private static void start(String... properties) {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ServerSecurityAutoConfiguration.class))
                .withBean("springSecurityFilterChain", Object.class, Object::new)
                .withPropertyValues("escapement.server.enabled=true")
                .withPropertyValues(properties)
                .run(context -> assertTrue(context.containsBean("escapementAuthenticator")));
    }

    @Test
    void missingReadersAreReported(CapturedOutput output) {
        start("escapement.server.roles.approve=ROLE_LEAD");

        assertTrue(output.getAll().contains(READ), output.getAll());
    }

    @Test
    void readersAreEnough(CapturedOutput output) {
        start("escapement.server.roles.read=ROLE_SUPPORT");

        assertFalse(output.getAll().contains("WARN"), output.getAll());
    }

    @Test
    void missingRolesAreReported(CapturedOutput output) {
        start();

        assertTrue(output.getAll().contains("refuse all users"), output.getAll());
    }

    @Test
    void missingRolesAreReportedOnce(CapturedOutput output) {
        start();

        assertFalse(output.getAll().contains(READ), output.getAll());
    }
}
