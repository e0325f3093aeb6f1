package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.server.LoopbackPorts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the command {@code serve}, whose program runs in a process of its own. */
class WebInboxTest {

    private static final String REPLY = ",\"reply\":{\"environment\":\"PRODUCTION\"}";

    @TempDir
    Path directory;

    @Test
    void decisionsDeployTheTagAcrossARestart() throws Exception {
        try (ServedBot first = ServedBot.start(directory, LoopbackPorts.next())) {
            first.signIn();
            first.decide("REPLY", "reply", REPLY);
            first.await("api/questions", "\"kind\":\"APPROVAL\"");
            first.stop();
            try (ServedBot second = ServedBot.start(directory, first.port())) {
                second.continueSession(first);
                second.decide("APPROVAL", "approve", "");
                second.await("api/threads/deploy-1", "\"phase\":\"FINISHED\"");
            }
        }
        assertEquals(List.of("v1.4.0", "v1.4.2"), production());
    }

    @Test
    void editedArgumentsAreDeployed() throws Exception {
        try (ServedBot bot = ServedBot.start(directory, 0)) {
            bot.signIn();
            bot.decide("REPLY", "reply", REPLY);
            bot.decide("APPROVAL", "approve_edited", ",\"arguments\":{\"tag\":\"v1.4.1\"}");
            bot.await("api/threads/deploy-1", "\"phase\":\"FINISHED\"");
        }
        assertEquals(List.of("v1.4.0", "v1.4.1"), production());
    }

    @Test
    void linkIsValidOnce() throws Exception {
        try (ServedBot bot = ServedBot.start(directory, 0)) {
            assertEquals(200, bot.signIn().statusCode());
            assertEquals(401, bot.signIn().statusCode());
        }
    }

    @Test
    void pageIsServed() throws Exception {
        try (ServedBot bot = ServedBot.start(directory, 0)) {
            assertTrue(bot.get("").body().contains("<title>Inbox</title>"));
        }
    }

    @Test
    void questionsRequireTheLink() throws Exception {
        try (ServedBot bot = ServedBot.start(directory, 0)) {
            assertEquals(401, bot.get("api/questions").statusCode());
        }
    }

    @Test
    void portInUseIsReported() throws Exception {
        try (ServedBot bot = ServedBot.start(directory, 0)) {
            Path other = directory.resolve("other");
            String output = String.join("\n", Terminal.run(other, "serve", "--port", Integer.toString(bot.port())));
            assertTrue(output.contains("Use another port."), output);
        }
    }

    @Test
    void portOutOfRangeIsRefused() {
        String output = String.join("\n", Terminal.run(directory, "serve", "--port", "65536"));
        assertTrue(output.contains("from 0 to 65535"), output);
    }

    private List<String> production() {
        return new Deployments(directory)
                .history(Environment.PRODUCTION).stream().map(Deployment::tag).toList();
    }
}
