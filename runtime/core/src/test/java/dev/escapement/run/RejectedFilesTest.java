package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.content.Content_FileCodec;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.RequestFailed.Part;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of a thread whose model rejects a file: a message of a person omits the file. */
class RejectedFilesTest {

    private static final String NOTICE = "<notice>Files that could not be sent: data.zip</notice>";

    private final ContentStore contents = ContentStore.inMemory();
    private final Content.File zip = contents.put("application/zip", "data.zip", new byte[] {1});
    private final Content.File lamp = contents.put("image/png", "lamp.png", new byte[] {2});

    private final TestLoop loop = TestLoop.of(
            TestStep.named("scan").body((text, context) -> Outcome.returned(Content_FileCodec.INSTANCE, zip)));

    /** A model that rejects requests with the archive and then returns replies in order. */
    private static final class Picky implements Model {

        private final int status;
        private final String code;
        private final List<ModelReply> replies;
        private final List<ModelRequest> accepted = new ArrayList<>();

        Picky(int status, String code, ModelReply... replies) {
            this.status = status;
            this.code = code;
            this.replies = List.of(replies);
        }

        @Override
        public ModelReply reply(ModelRequest request) {
            for (Message message : request.messages()) {
                if (files(message).stream().anyMatch(file -> file.mediaType().equals("application/zip"))) {
                    throw new RequestRejectedException(ModelInfo.UNKNOWN, "data.zip is rejected", status, code);
                }
            }
            accepted.add(request);
            return replies.get(accepted.size() - 1);
        }

        private static List<Content.File> files(Message message) {
            if (message instanceof Message.ToolAnswer answer) {
                return Content.filesOf(answer.content());
            }
            return message instanceof Message.User user ? Content.filesOf(user.content()) : List.of();
        }

        List<Message> lastMessages() {
            return accepted.get(accepted.size() - 1).messages();
        }
    }

    private Runner runner(Model model) {
        return DeskRunners.builder(loop, model).contents(contents).build();
    }

    @ParameterizedTest
    @CsvSource({"415, unsupported_media_type", "400, unsupported_media_type"})
    void messageOmitsTheRejectedFile(int status, String code) {
        Picky model = new Picky(status, code, ModelReply.text("Fine."), ModelReply.text("Still fine."));
        Runner runner = runner(model);
        assertThrows(DriveException.class, () -> runner.start(Start.of("Look.", zip)));
        assertThrows(DriveException.class, () -> runner.resume("t1"));
        assertThrows(DriveException.class, () -> runner.resume("t1"));
        AgentThread waiting = runner.resume("t1");
        assertEquals(ThreadStatus.WAITING, waiting.status());
        assertEquals(
                List.of(Part.CONTENT, Part.CONTENT, Part.CONTENT),
                events(waiting, RequestFailed.class).stream()
                        .map(RequestFailed::part)
                        .toList());

        AgentThread thread = runner.reply("t1", "See this instead.", lamp);

        List<Message> expected = List.of(
                new Message.User("Look.\n" + NOTICE),
                new Message.User(List.of(new Content.Text("See this instead."), lamp)));
        assertEquals(expected, model.lastMessages());
        assertEquals(expected, Rendering.within(5_000).messages(thread, false).subList(0, expected.size()));
        runner.reply("t1", "And now?");
        assertEquals(expected, model.lastMessages().subList(0, expected.size()));
    }

    @Test
    void fileOfAResultIsOmitted() {
        Picky model = new Picky(
                415,
                "unsupported_media_type",
                ModelReply.call("c1", "scan", "{\"text\":\"x\"}"),
                ModelReply.text("Fine."));
        Runner runner = runner(model);
        assertThrows(DriveException.class, () -> runner.start("Scan it."));

        AgentThread thread = runner.reply("t1", "Ignore it.");

        Message answer = new Message.ToolAnswer("c1", Content_FileCodec.INSTANCE.encode(zip) + "\n" + NOTICE, false);
        assertEquals(answer, model.lastMessages().get(2));
        assertEquals(answer, Rendering.within(5_000).messages(thread, false).get(2));
    }

    @Test
    void filesOfASuccessfulRequestRemain() {
        Picky model = new Picky(415, "unsupported_media_type", ModelReply.text("A lamp."), ModelReply.text("Fine."));
        Runner runner = runner(model);
        runner.start(Start.of("Look.", lamp));
        assertThrows(DriveException.class, () -> runner.reply("t1", "", zip));

        runner.reply("t1", "Ignore it.");

        assertEquals(
                List.of(
                        new Message.User(List.of(new Content.Text("Look."), lamp)),
                        new Message.Assistant("A lamp.", List.of()),
                        new Message.User(NOTICE),
                        new Message.User("Ignore it.")),
                model.lastMessages());
    }

    @Test
    void rejectionForOtherReasonsKeepsTheFiles() {
        Picky model = new Picky(400, "too_long");
        Runner runner = runner(model);
        assertThrows(DriveException.class, () -> runner.start(Start.of("Look.", zip)));

        DriveException failed = assertThrows(DriveException.class, () -> runner.reply("t1", "Try again."));

        assertEquals(
                List.of(Part.PROVIDER, Part.PROVIDER),
                events(failed.thread(), RequestFailed.class).stream()
                        .map(RequestFailed::part)
                        .toList());
    }
}
