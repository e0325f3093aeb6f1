package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.content.ContentStore;
import dev.escapement.content.Content_FileCodec;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.RequestFailed.Part;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of files in the input of a thread, in messages, replies and results. */
class MessagesWithFilesTest {

    private static final Content.File UNKNOWN =
            ContentStore.inMemory().put("image/png", "other.png", new byte[] {1, 2, 3});

    private final ContentStore contents = ContentStore.inMemory();
    private final Content.File lamp = put("image/png", "lamp.png");
    private final Content.File bill = put("application/pdf", "bill.pdf");
    private final InMemoryThreadStore store = new InMemoryThreadStore();

    private final TestLoop loop = TestLoop.of(
            TestStep.named("scan").body((text, context) -> Outcome.returned(Content_FileCodec.INSTANCE, bill)),
            TestStep.named("ask").pauses());

    private Content.File put(String type, String name) {
        return contents.put(type, name, name.getBytes(StandardCharsets.UTF_8));
    }

    private Runner runner(Model model) {
        return DeskRunners.builder(loop, model).store(store).contents(contents).build();
    }

    private static Message user(Content... content) {
        return new Message.User(List.of(content));
    }

    private static Content text(String text) {
        return new Content.Text(text);
    }

    @Test
    void filesFollowTheTextOfTheirMessage() {
        ScriptedModel model = ScriptedModel.of(ModelReply.text("Broken?"), ModelReply.text("Sorry."));
        Runner runner = runner(model);

        runner.start(Start.of("The lamp arrived.", lamp));
        runner.reply("t1", "Yes, see the bill.", bill);

        ModelRequest last = model.requests().get(1);
        assertEquals(
                List.of(
                        user(text("The lamp arrived."), lamp),
                        new Message.Assistant("Broken?", List.of()),
                        user(text("Yes, see the bill."), bill)),
                last.messages());
        assertEquals(contents, last.contents());
    }

    @Test
    void messageMayConsistOfFiles() {
        ScriptedModel model = ScriptedModel.of(ModelReply.text("Broken?"), ModelReply.text("Sorry."));
        Runner runner = runner(model);

        runner.start(Start.of("", lamp));
        runner.reply("t1", " ", bill);

        assertEquals(user(lamp), model.requests().get(1).messages().get(0));
        assertEquals(user(bill), model.requests().get(1).messages().get(2));
    }

    @Test
    void blankMessageWithoutFilesIsRejected() {
        Runner runner = runner(ScriptedModel.of(ModelReply.text("Hello")));
        runner.start("Hello");

        assertThrows(InvalidInputException.class, () -> runner.reply("t1", " "));
        assertThrows(InvalidInputException.class, () -> runner.start(Start.of("")));
    }

    @Test
    void unknownFileIsNotRecorded() {
        Runner runner = runner(ScriptedModel.of(ModelReply.text("Hello")));

        InvalidInputException notStarted =
                assertThrows(InvalidInputException.class, () -> runner.start("t2", Start.of("Hello", UNKNOWN)));
        AgentThread before = runner.start("Hello");
        InvalidInputException notSent =
                assertThrows(InvalidInputException.class, () -> runner.reply("t1", "See", lamp, UNKNOWN));

        assertEquals(InvalidInputException.Reason.UNKNOWN_FILE, notStarted.reason());
        assertEquals(
                "The content store of the runner or inbox does not contain the file other.png. Store it with"
                        + " ContentStore.put first.",
                notSent.getMessage());
        assertEquals(before, runner.thread("t1"));
        assertTrue(store.load("t2").isEmpty());
    }

    @Test
    void inboxRequiresAContentStoreForFiles() {
        runner(ScriptedModel.of(ModelReply.text("Hello"))).start("Hello");

        InvalidInputException rejected = assertThrows(
                InvalidInputException.class, () -> ThreadInbox.of(store, loop).message("t1", "See", lamp));
        assertEquals(
                "The file lamp.png cannot be used. No content store is configured. Set it with"
                        + " Runner.Builder.contents(store), for an inbox with ThreadInbox.of(store, contents, loop).",
                rejected.getMessage());
        AgentThread sent = ThreadInbox.of(store, contents, loop).message("t1", "See", lamp);

        assertEquals(
                List.of(lamp),
                assertInstanceOf(Event.MessageReceived.class, sent.last()).files());
    }

    @Test
    void filesOfAResultFollowItsJson() {
        ScriptedModel model = ScriptedModel.of(
                ModelReply.call("c1", "scan", "{\"text\":\"bill\"}"), ModelReply.text("It is the bill."));

        AgentThread thread = runner(model).start("Scan it.");

        assertEquals(
                List.of(bill), events(thread, Event.StepReturned.class).get(0).files());
        assertEquals(
                new Message.ToolAnswer("c1", List.of(text(Content_FileCodec.INSTANCE.encode(bill)), bill), false),
                model.requests().get(1).messages().get(2));
    }

    @Test
    void fileOfAResultRequiresAContentStore() {
        Model reading = request -> {
            if (request.messages().size() > 1) {
                request.contents().read(bill);
            }
            return ModelReply.call("c1", "scan", "{\"text\":\"bill\"}");
        };

        DriveException failed = assertThrows(
                DriveException.class,
                () -> DeskRunners.builder(loop, reading).build().start("Scan it."));

        RequestFailed event = events(failed.thread(), RequestFailed.class).get(0);
        assertEquals(Part.CONTENT, event.part());
        assertEquals(
                "No content store is configured, so the file bill.pdf with the hash " + bill.sha256()
                        + " cannot be read. Set it with Runner.Builder.contents(store).",
                event.message());
    }

    @Test
    void filesOfATypedReplyAreRecorded() {
        ScriptedModel model =
                ScriptedModel.of(ModelReply.call("c1", "ask", "{\"text\":\"Which?\"}"), ModelReply.text("Thanks."));
        Runner runner = runner(model);
        runner.start("Ask me.");

        AgentThread thread = runner.reply("t1", "c1", new Reply("ask", "\"this one\"", List.of(lamp)));

        assertEquals(
                List.of(lamp), events(thread, Event.ReplyReceived.class).get(0).files());
        assertEquals(
                new Message.ToolAnswer("c1", List.of(text("this one"), lamp), false),
                model.requests().get(1).messages().get(2));
    }

    @Test
    void missingContentIsRecordedAndTheThreadWaits() {
        Model reading = request -> {
            request.contents().read(lamp);
            return ModelReply.text("A lamp.");
        };
        runner(ScriptedModel.of(ModelReply.text("Hello"))).start(Start.of("What is it?", lamp));
        Runner lost = DeskRunners.builder(loop, reading)
                .store(store)
                .contents(ContentStore.inMemory())
                .build();
        ThreadInbox.of(store, loop).message("t1", "Look again.");

        for (int i = 0; i < 3; i++) {
            DriveException failed = assertThrows(DriveException.class, () -> lost.resume("t1"));
            assertInstanceOf(ContentException.class, failed.getCause());
        }
        AgentThread waiting = lost.resume("t1");

        assertEquals(ThreadStatus.WAITING, waiting.status());
        List<RequestFailed> failures = events(waiting, RequestFailed.class);
        assertEquals(
                List.of(Part.CONTENT, Part.CONTENT, Part.CONTENT),
                failures.stream().map(RequestFailed::part).toList());
        assertEquals(
                "The content store does not contain the file lamp.png with the hash " + lamp.sha256()
                        + ". Store the file before it is used.",
                failures.get(0).message());
        AgentThread repaired = runner(reading).reply("t1", "Now it is there.");
        assertInstanceOf(Event.ModelReplied.class, repaired.last());
    }
}
