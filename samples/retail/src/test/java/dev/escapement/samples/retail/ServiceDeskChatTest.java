package dev.escapement.samples.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Append;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.samples.retail.chat.ServiceDeskChat;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the conversation in the terminal, with a new {@link ServiceDeskChat} over the same directory for each start.
 */
class ServiceDeskChatTest {

    private static final String REQUEST = "I ordered #S1001 by mistake. My address is nora.lind@example.com";

    @TempDir
    private Path directory;

    @Test
    void eventsAreShownExceptTypedMessages() throws IOException {
        String screen = start(new DemoModel(), REQUEST);
        assertTrue(screen.contains("    call  find_user_id_by_email {\"email\":\"nora.lind@example.com\"}\n"), screen);
        assertTrue(screen.contains("  result  nora_lind_11\n"), screen);
        assertTrue(screen.contains("   model  I can cancel #S1001:\n"), screen);
        assertFalse(screen.contains(REQUEST), screen);
    }

    @Test
    void nextStartContinuesTheConversation() throws IOException {
        start(new DemoModel(), REQUEST);
        String screen = start(new DemoModel(), "Yes, please.");
        assertTrue(screen.contains("  person  " + REQUEST + "\n"), screen);
        assertTrue(screen.contains("    call  cancel_pending_order"), screen);
        assertTrue(screen.contains("#S1001 is cancelled"), screen);
        assertEquals(1, FileThreadStore.in(directory).ids().size());
    }

    @Test
    void shopKeepsEarlierChanges() throws IOException {
        start(new DemoModel(), REQUEST, "Yes, please.");
        Model asks = ScriptedModel.of(
                ModelReply.call("c9", "get_order_details", "{\"order_id\":\"#S1001\"}"), ModelReply.text("Cancelled."));
        start(asks, "What became of it?");
        Event.StepReturned answer = thread().events().stream()
                .filter(Event.StepReturned.class::isInstance)
                .map(Event.StepReturned.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertTrue(answer.result().contains("\"status\":\"cancelled\""), answer::result);
    }

    @Test
    void interruptedReplyIsFinishedAtNextStart() throws IOException {
        String first = start(new Unavailable(), REQUEST);
        assertTrue(first.contains("The model is on holiday."), first);
        String second = start(new DemoModel());
        assertTrue(second.contains("   model  I can cancel #S1001:\n"), second);
    }

    @Test
    void anyLineRetriesAfterAModelFailure() throws IOException {
        Unavailable once = new Unavailable();
        Model then = request -> once.asked ? new DemoModel().reply(request) : once.reply(request);
        String screen = start(then, REQUEST, "again");
        assertTrue(screen.contains("   model  I can cancel #S1001:\n"), screen);
        assertEquals(REQUEST, ((Event.Started) thread().events().get(0)).input());
    }

    @Test
    void handedOverConversationIsFollowedByANewOne() throws IOException {
        Model transfers = ScriptedModel.of(
                ModelReply.call("c1", "transfer_to_human_agents", "{\"summary\":\"wants a person\"}"),
                ModelReply.text("Hello again."));
        start(transfers, "A person, please.", "Hello");
        assertEquals(
                List.of("chat-1", "chat-2"),
                FileThreadStore.in(directory).ids().stream().sorted().toList());
    }

    @Test
    void streamedReplyIsShownOnce() throws IOException {
        Model streams = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                return ModelReply.text("Good morning.");
            }

            @Override
            public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
                deltas.accept(new Delta.Text("Good "));
                deltas.accept(new Delta.Text("morning."));
                return reply(request);
            }
        };
        String screen = start(streams, "Hello");
        assertEquals(screen.indexOf("Good morning."), screen.lastIndexOf("Good morning."), screen);
        assertTrue(screen.contains("   model  Good morning.\n"), screen);
    }

    @Test
    void brokenReplyIsSeparateFromTheNext() throws IOException {
        Model breaksOff = new Model() {
            private boolean asked;

            @Override
            public ModelReply reply(ModelRequest request) {
                return ModelReply.text("Good morning to you.");
            }

            @Override
            public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
                if (!asked) {
                    asked = true;
                    deltas.accept(new Delta.Text("Good mor"));
                    throw new ModelUnavailableException(ModelInfo.UNKNOWN, "The connection is gone.", 0, null, null);
                }
                return reply(request);
            }
        };
        String screen = start(breaksOff, "Hello", "again");
        assertTrue(screen.contains("   model  Good mor\n"), screen);
        assertTrue(screen.contains("The connection is gone.\n"), screen);
        assertTrue(screen.contains("   model  Good morning to you.\n"), screen);
    }

    @Test
    void endedConversationIsFollowedByANewOne() throws IOException {
        start(ScriptedModel.of(ModelReply.call("c1", "transfer_to_human_agents", "{\"summary\":\"x\"}")), "A person!");
        AgentThread ended = thread();
        FileThreadStore again = FileThreadStore.in(directory.resolve("killed"));
        for (int i = 0; i < ended.events().size() - 1; i++) {
            again.append(Append.of("chat-1", i, ended.events().get(i)));
        }
        directory = directory.resolve("killed");
        String screen = start(ScriptedModel.of(ModelReply.text("Hello again.")), "I have another question.");
        assertEquals(
                List.of("chat-1", "chat-2"),
                FileThreadStore.in(directory).ids().stream().sorted().toList());
        assertTrue(screen.contains("   model  Hello again."), screen);
    }

    @Test
    void failedReplayIsReported() throws IOException {
        start(new DemoModel(), REQUEST, "Yes, please.");
        FileThreadStore again = FileThreadStore.in(directory.resolve("other"));
        String json = thread().toJson().replace("#S1001", "#S9999");
        AgentThread other = AgentThread.fromJson(json);
        for (int i = 0; i < other.events().size(); i++) {
            again.append(Append.of("chat-1", i, other.events().get(i)));
        }
        directory = directory.resolve("other");
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> start(new DemoModel()));
        assertTrue(fault.getMessage().contains("cancel_pending_order of thread chat-1"), fault::getMessage);
    }

    private String start(Model model, String... lines) throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(screen, true, UTF_8);
                BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines)))) {
            new ServiceDeskChat(model, directory, in, out, new ThreadPrinter(out, false)).run();
        }
        return screen.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private AgentThread thread() {
        return FileThreadStore.in(directory).load("chat-1").orElseThrow();
    }

    private static final class Unavailable implements Model {

        private boolean asked;

        @Override
        public ModelReply reply(ModelRequest request) {
            asked = true;
            throw new ModelUnavailableException(ModelInfo.UNKNOWN, "The model is on holiday.", 503, null, null);
        }
    }
}
