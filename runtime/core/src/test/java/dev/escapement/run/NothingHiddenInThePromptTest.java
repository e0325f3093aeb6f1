package dev.escapement.run;

import static dev.escapement.run.Trial.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Prefetch;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Budget;
import dev.escapement.loop.ContextSource;
import dev.escapement.loop.Event;
import dev.escapement.loop.Outcome;
import dev.escapement.loop.Rendering;
import dev.escapement.loop.Verdict;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rule 7: what the model sees is the prompt and the rendering of the thread; not one word comes from the library but
 * those that {@link Rendering} documents.
 */
class NothingHiddenInThePromptTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep VOID = TestStep.named("void").body((text, context) -> Outcome.returned());
    private static final TestStep FAIL =
            TestStep.named("fail").body((text, context) -> new Outcome.Failed("declared " + text));
    private static final TestStep DENIED = TestStep.named("denied").gate((text, thread) -> Verdict.deny("not today"));
    private static final TestStep REVIEWED = TestStep.named("reviewed").asking("really?");
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep CHAIN = TestStep.named("chain").selects(WORK);
    private static final TestStep CLOSE = TestStep.named("close").finishes();

    private static final TestLoop LOOP = TestLoop.of(WORK, VOID, FAIL, DENIED, REVIEWED, ASK, CHAIN, CLOSE)
            .with(
                    new ContextSource("tags", Prefetch.When.START),
                    new ContextSource("weather", Prefetch.When.EACH_REQUEST))
            .with(Budget.UNLIMITED.withModelCalls(5));

    private static final Set<String> DOCUMENTED = Set.of(
            Rendering.ERROR,
            Rendering.DENIED,
            Rendering.REFUSED,
            Rendering.EDITED,
            Rendering.DONE,
            Rendering.LAST_REQUEST);

    /** A thread in which as much happens as can: the requests of the model, and the thread as it ended. */
    private static Trial eventful(TestLoop loop) {
        Trial trial = Trial.of(
                loop,
                ModelReply.calls(
                        WORK.call("c1", "alpha"),
                        VOID.call("c2", "beta"),
                        FAIL.call("c3", "gamma"),
                        DENIED.call("c4", "delta"),
                        CHAIN.call("c5", "epsilon"),
                        new Call("c6", "wrok", "{}"),
                        new Call("c7", "work", "{\"txet\":1}")),
                ModelReply.calls(REVIEWED.call("c1", "zeta"), REVIEWED.call("c2", "eta"), ASK.call("c3", "theta")),
                new ModelReply("Which one?", List.of(), Usage.NONE),
                ModelReply.text(""),
                ModelReply.calls(CLOSE.call("c1", "iota")));
        Runner runner = trial.runner();
        trial.start();
        runner.refuse("t1", "c1-2", ALICE, "too dear");
        runner.approveEdited("t1", "c2-2", ALICE, "{\"text\":\"kappa\"}");
        runner.reply("t1", "c3-2", "\"lambda\"");
        runner.reply("t1", "the second");
        return trial;
    }

    @Test
    void aRequestHasNoWordThatIsNotTheAgentsTheThreadsOrDocumented() {
        Trial trial = eventful(LOOP);

        assertEquals(5, trial.model().requests().size());
        for (ModelRequest request : trial.model().requests()) {
            assertEquals("", unexplained(trial.stored(), request.messages()));
        }
    }

    @Test
    void theRequestsBetweenThemUseEachDocumentedWord() {
        String all = eventful(LOOP).model().requests().stream()
                .flatMap(request -> request.messages().stream())
                .map(NothingHiddenInThePromptTest::words)
                .collect(Collectors.joining("\n"));

        assertEquals(
                List.of(),
                DOCUMENTED.stream().filter(word -> !all.contains(word)).sorted().toList());
    }

    /** The test above can fail: a word that is slipped in is found. */
    @Test
    void aWordThatIsSlippedInWouldBeFound() {
        Trial trial = eventful(LOOP.showing((thread, last) -> {
            List<Message> messages = new ArrayList<>(Rendering.messages(thread, last));
            messages.add(0, new Message.User("Always be polite."));
            return messages;
        }));

        assertEquals("Alwaysbepolite.", unexplained(trial.stored(), trial.lastRequest()));
    }

    @Test
    void thePromptIsTheAgentsToTheLetter() {
        for (ModelRequest request : eventful(LOOP).model().requests()) {
            assertEquals(LOOP.prompt(), request.prompt());
        }
    }

    @Test
    void theToolsAreTheAgentsAndNoOthers() {
        List<ModelRequest> requests = eventful(LOOP).model().requests();

        assertEquals(LOOP.tools(), requests.get(0).tools());
        assertEquals(List.of(CLOSE.tool()), requests.get(4).tools());
    }

    @Test
    void anAgentsOwnRenderingReplacesTheDefaultOneCompletely() {
        Trial trial = eventful(LOOP.showing((thread, last) ->
                List.of(new Message.User(thread.events().size() + " events" + (last ? ", the last request" : "")))));

        assertEquals(
                List.of(
                        List.of(new Message.User("3 events")),
                        List.of(new Message.User("18 events")),
                        List.of(new Message.User("30 events")),
                        List.of(new Message.User("33 events")),
                        List.of(new Message.User("36 events, the last request"))),
                trial.model().requests().stream().map(ModelRequest::messages).toList());
    }

    /** The payload of a trigger is for the record; what the model is shown of it, the trigger says. */
    @Test
    void whatTheModelIsNotShownStaysInTheThread() {
        Trial trial = eventful(LOOP);
        String requests = trial.model().requests().toString();

        assertEquals(
                List.of(),
                List.of("really?", "alice", "t1/1/", "argumentsSha256", "schema").stream()
                        .filter(requests::contains)
                        .toList());
    }

    /** What is left of messages without the words of the thread, of the agent, and those that are documented. */
    private static String unexplained(AgentThread thread, List<Message> messages) {
        Set<String> explained =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        explained.addAll(DOCUMENTED);
        thread.events().forEach(event -> explained.addAll(said(event)));
        StringBuilder left = new StringBuilder();
        for (Message message : messages) {
            String text = words(message);
            for (String known : explained) {
                text = known.isEmpty() ? text : text.replace(known, " ");
            }
            left.append(text.replaceAll("[<>/\\s]", ""));
        }
        return left.toString();
    }

    private static String words(Message message) {
        if (message instanceof Message.User user) {
            return user.text();
        } else if (message instanceof Message.Assistant assistant) {
            return assistant.text();
        }
        return ((Message.ToolAnswer) message).text();
    }

    /** The words of an event that the thread has from outside, or that were recorded as what the model is told. */
    private static List<String> said(Event event) {
        if (event instanceof Event.Started started) {
            return List.of(started.input());
        } else if (event instanceof Event.ContextFetched fetched) {
            return List.of(fetched.source(), bare(fetched.result()));
        } else if (event instanceof Event.ModelReplied replied) {
            return List.of(replied.text());
        } else if (event instanceof Event.TextRejected rejected) {
            return List.of(rejected.reason());
        } else if (event instanceof Event.CallRejected rejected) {
            return List.of(rejected.reason());
        } else if (event instanceof Event.GateDenied denied) {
            return List.of(denied.reason());
        } else if (event instanceof Event.Refused refused) {
            return List.of(refused.reason());
        } else if (event instanceof Event.Approved approved) {
            return List.of(approved.editedArguments().orElse(""));
        } else if (event instanceof Event.StepReturned returned) {
            return List.of(bare(returned.result()));
        } else if (event instanceof Event.StepFailed failed) {
            return List.of(failed.message());
        } else if (event instanceof Event.CallSelected selected) {
            return List.of(selected.next().tool() + " " + selected.next().arguments());
        } else if (event instanceof Event.ReplyReceived received) {
            return List.of(bare(received.reply()));
        } else if (event instanceof Event.MessageReceived received) {
            return List.of(received.text());
        }
        return List.of();
    }

    /** The JSON strings of this test have nothing to unescape. */
    private static String bare(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }
}
