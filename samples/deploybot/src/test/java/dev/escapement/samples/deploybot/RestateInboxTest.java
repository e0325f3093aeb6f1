package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.server.LoopbackPorts;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the command {@code serve} with a real server of Restate; the program runs in a process of its own. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
@Timeout(180)
class RestateInboxTest {

    private static final String REPLY = ",\"reply\":{\"environment\":\"PRODUCTION\"}";

    @TempDir
    Path directory;

    @Test
    void decisionsDeployTheTagAcrossRestarts(RestateServer restate) throws Exception {
        String[] options = options(restate);
        try (ServedBot first = ServedBot.start(directory, LoopbackPorts.next(), options)) {
            first.signIn();
            first.decide("REPLY", "reply", REPLY);
            first.await("api/questions", "\"kind\":\"APPROVAL\"");
            first.stop();
            restate.restart();
            try (ServedBot second = ServedBot.start(directory, first.port(), options)) {
                second.continueSession(first);
                second.decide("APPROVAL", "approve", "");
                second.await("api/threads/deploy-1", "\"phase\":\"FINISHED\"");
            }
        }
        assertEquals(
                List.of("v1.4.0 c47aa90 from-before", "v1.4.2 9f2c1e7 deploy-1/3/call_6"),
                Files.readAllLines(directory.resolve("production.log")));
    }

    @Test
    void unreachableRestateIsReported() {
        String nowhere = "http://127.0.0.1:" + LoopbackPorts.next();

        String output = String.join(
                "\n", Terminal.run(directory, "serve", "--restate", nowhere, "--admin", nowhere, "--service", "0"));

        assertTrue(output.contains(nowhere), output);
    }

    private static String[] options(RestateServer restate) {
        return new String[] {
            "--restate", restate.ingress().toString(),
            "--admin", restate.admin().toString(),
            "--service", Integer.toString(LoopbackPorts.next())
        };
    }
}
