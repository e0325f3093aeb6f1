package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.StepContext;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.Outcome;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of files in values of an agent, and of the options of requests. */
class AllFilesTest {

    private final ContentStore contents = ContentStore.inMemory();
    private final Content.File lamp = contents.put("image/png", "lamp.png", bytes("lamp"));
    private final Content.File bill = contents.put("application/pdf", "bill.pdf", bytes("bill"));
    private final AllFilesLoop loop = new AllFilesLoop(new AllFiles(List.of(lamp, bill)));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "one, lamp",
        "several, lamp bill",
        "in_record, bill",
        "in_shared_record, lamp bill",
        "in_map, bill",
        "maybe, lamp",
        "of_any_type, lamp"
    })
    void resultListsItsFiles(String tool, String names) throws Exception {
        Outcome outcome = loop.run(new Call("c1", tool, "{}"), new StepContext("t", "c1", "k"));

        Outcome.Returned returned = assertInstanceOf(Outcome.Returned.class, outcome);
        assertEquals(files(names), returned.files());
    }

    private List<Content.File> files(String names) {
        Map<String, Content.File> byName = Map.of("lamp", lamp, "bill", bill);
        List<Content.File> files = new ArrayList<>();
        for (String name : names.split(" ")) {
            files.add(byName.get(name));
        }
        return files;
    }

    @Test
    void endTriggerAndContextListTheirFiles() throws Exception {
        Outcome end = loop.run(new Call("c1", "end", "{}"), new StepContext("t", "c1", "k"));

        assertEquals(
                List.of(bill), assertInstanceOf(Outcome.Finished.class, end).files());
        assertEquals(
                List.of(bill, lamp),
                loop.mail(new AllFiles.Album(List.of(bill, lamp))).files());
        AgentThread thread =
                new AgentThread("t", List.of(new Event.Started(java.time.Instant.EPOCH, loop.agent(), "Go")));
        assertEquals(
                List.of(lamp),
                assertInstanceOf(Outcome.Returned.class, loop.fetch("manual", thread))
                        .files());
    }

    @Test
    void replyListsItsFiles() {
        List<Content.File> files = new ArrayList<>();
        String json = AllFilesLoop.replyToAsk(new AllFiles.Report("Scan", bill)).json();

        Decoded<?> decoded = loop.readReply("ask", json, new ReadOptions(Set.of()).withFiles(files::add));

        assertInstanceOf(Decoded.Accepted.class, decoded);
        assertEquals(List.of(bill), files);
        assertEquals(
                List.of(bill),
                AllFilesLoop.replyToAsk(new AllFiles.Report("Scan", bill)).files());
    }

    @Test
    void modelReceivesFilesAfterTheResult() {
        ScriptedModel model = ScriptedModel.of(
                ModelReply.call("c1", "in_record", "{}"),
                ModelReply.call("c2", "ask", "{}"),
                ModelReply.text("Thanks"));
        Runner runner = Runner.of(loop).model(model).contents(contents).build();

        AgentThread asked = runner.start("t", "Show the bill.");
        runner.reply(asked.id(), "c2", AllFilesLoop.replyToAsk(new AllFiles.Report("Lamp", lamp)));

        Message.ToolAnswer result = answer(model, 1, "c1");
        assertEquals(
                "{\"title\":\"Scan\",\"scan\":{\"mediaType\":\"application/pdf\",\"name\":\"bill.pdf\",\"sha256\":\""
                        + bill.sha256() + "\",\"size\":4}}",
                result.text());
        assertEquals(List.of(bill), Content.filesOf(result.content()));
        assertEquals(List.of(lamp), Content.filesOf(answer(model, 2, "c2").content()));
        assertEquals(contents, model.requests().get(1).contents());
    }

    private static Message.ToolAnswer answer(ScriptedModel model, int request, String callId) {
        return model.requests().get(request).messages().stream()
                .filter(Message.ToolAnswer.class::isInstance)
                .map(Message.ToolAnswer.class::cast)
                .filter(answer -> answer.callId().equals(callId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void replyWithAnUnknownFileIsRejected() {
        Content.File unknown = ContentStore.inMemory().put("image/png", "other.png", bytes("other"));
        ScriptedModel model = ScriptedModel.of(ModelReply.call("c1", "ask", "{}"));
        Runner runner = Runner.of(loop).model(model).contents(contents).build();
        String json =
                AllFilesLoop.replyToAsk(new AllFiles.Report("Lamp", unknown)).json();
        AgentThread asked = runner.start("t", "Ask me.");

        InvalidInputException rejected =
                assertThrows(InvalidInputException.class, () -> runner.reply(asked.id(), "c1", json));

        assertEquals(InvalidInputException.Reason.UNKNOWN_FILE, rejected.reason());
        assertEquals(asked, runner.thread(asked.id()));
    }

    @Test
    void optionsAreThoseOfTheAnnotations() {
        assertEquals(RequestOptions.NONE.withTemperature(0.25).withMaxOutputTokens(20_000), loop.options());
        assertEquals(RequestOptions.NONE.withModel("large").withEffort("high"), loop.options("one"));
        assertEquals(RequestOptions.NONE.withMaxOutputTokens(100), loop.options("in_map"));
        assertEquals(RequestOptions.NONE, loop.options("several"));
        assertThrows(IllegalArgumentException.class, () -> loop.options("unknown"));
    }

    @Test
    void optionsOfTheStepPrecedeThoseOfAgentAndRunner() {
        ScriptedModel model = ScriptedModel.of(
                ModelReply.call("c1", "one", "{}"), ModelReply.call("c2", "several", "{}"), ModelReply.text("Thanks"));
        Runner runner = Runner.of(loop)
                .model(model)
                .contents(contents)
                .options(RequestOptions.NONE.withModel("small").withTemperature(1))
                .build();

        runner.start("t", "Go");

        RequestOptions agent =
                RequestOptions.NONE.withModel("small").withTemperature(0.25).withMaxOutputTokens(20_000);
        assertEquals(
                List.of(agent, agent.withModel("large").withEffort("high"), agent),
                model.requests().stream().map(request -> request.options()).toList());
    }
}
