package dev.escapement.restate.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {

    @Test
    void readyTextContainsPropertyAndArgument() throws Exception {
        try (ServiceProcess service = start("run")) {
            assertEquals("value run", service.readyText());
        }
    }

    @Test
    void killedProcessEnds() throws Exception {
        try (ServiceProcess service = start("run")) {
            service.kill();

            assertFalse(service.isAlive());
        }
    }

    @Test
    void killedProcessDoesNotRunItsHooks() throws Exception {
        try (ServiceProcess service = start("run")) {
            service.kill();

            assertFalse(service.output().contains(Program.STOPPED));
        }
    }

    @Test
    void stoppedProcessRunsItsHooks() throws Exception {
        try (ServiceProcess service = start("run")) {
            service.stop();

            assertTrue(service.output().contains(Program.STOPPED));
        }
    }

    @Test
    void endBeforeReadinessIsReported() {
        assertThrows(IllegalStateException.class, () -> start("end").close());
    }

    private static ServiceProcess start(String mode) throws Exception {
        return ServiceProcess.start(Program.class, Map.of("test.property", "value"), List.of(mode), "READY ");
    }

    /** A program that runs until it is stopped, or ends immediately. */
    static final class Program {

        static final String STOPPED = "stopped";

        public static void main(String[] args) throws InterruptedException {
            if (args[0].equals("run")) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(STOPPED)));
                System.out.println("READY " + System.getProperty("test.property") + " " + args[0]);
                Thread.currentThread().join();
            }
        }
    }
}
