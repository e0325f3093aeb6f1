package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the limited rendering of random threads. */
class BoundedRenderingPropertyTest {

    private static final Instant AT = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void limitIsRespectedAndEachCallHasItsAnswer(long seed) {
        for (int tokens : List.of(1_000, 2_000, 5_000)) {
            for (BoundedRendering rendering :
                    List.of(Rendering.within(tokens), Rendering.within(tokens).compactedBy("summarize"))) {
                for (AgentThread thread : threads(seed, tokens, true)) {
                    List<Message> messages = rendering.messages(thread, true);

                    assertTrue(
                            TokenEstimate.of(messages) <= tokens,
                            () -> TokenEstimate.of(messages) + " tokens of " + tokens + ": " + messages);
                    Conversation.of(new ModelRequest("", messages, List.of())); // throws if a call has no answer
                    assertEquals(messages, Conversation.understood(messages, List.of()));
                    assertEquals(new Message.User("hello"), messages.get(0));
                }
            }
        }
    }

    /** Between two changes, at least an eighth of the limit is added, so that provider caches remain usable. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void prefixChangesRarely(long seed) {
        int tokens = 8_000;
        BoundedRendering rendering = Rendering.within(tokens);
        List<AgentThread> threads = threads(seed, 1_000, false);
        Random random = new Random(seed);
        List<Message> before = List.of();
        int sinceChange = 0;
        int changes = 0;
        for (AgentThread thread : threads) {
            List<Message> messages = rendering.messages(thread, false);
            boolean extended = messages.size() >= before.size()
                    && messages.subList(0, before.size()).equals(before);
            if (random.nextInt(10) == 0) {
                assertEquals(messages, rendering.messages(new AgentThread("t1", thread.events()), false));
            }
            if (extended) {
                sinceChange += TokenEstimate.of(messages.subList(before.size(), messages.size()));
            } else {
                int added = sinceChange;
                assertTrue(added > tokens / 8, () -> "changed after " + added + " tokens");
                changes++;
                sinceChange = 0;
            }
            before = messages;
        }
        int changed = changes;
        assertTrue(changed > 1 && changed < threads.size() / 10, () -> changed + " changes of " + threads.size());
    }

    /** Returns the versions of a random thread at which a request is made, oldest first. */
    private static List<AgentThread> threads(long seed, int tokens, boolean context) {
        Random random = new Random(seed);
        List<AgentThread> threads = new ArrayList<>();
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")));
        for (int i = 0; i < 100; i++) {
            switch (random.nextInt(context ? 5 : 4)) {
                case 0 -> thread = thread.with(new Event.MessageReceived(AT, text(random, tokens / 4)));
                case 1 -> {
                    thread = thread.with(new Event.ModelReplied(AT, text(random, 100), List.of(), Usage.NONE));
                    thread = thread.with(new Event.TextRejected(AT, text(random, 100)));
                }
                case 2, 3 -> thread = exchange(thread, random, tokens, i);
                default ->
                    thread = thread.with(new Event.ContextFetched(
                            AT, "source" + random.nextInt(2), '"' + text(random, tokens / 4) + '"', Duration.ZERO));
            }
            if (random.nextInt(3) > 0 || thread.last() instanceof Event.MessageReceived) {
                thread = context ? exchange(thread, random, tokens, 1_000 + i) : thread;
            }
            threads.add(thread);
        }
        return threads;
    }

    private static AgentThread exchange(AgentThread before, Random random, int tokens, int number) {
        List<Call> calls = new ArrayList<>();
        String tool = random.nextInt(10) == 0 ? "summarize" : "look_up";
        for (int i = tool.equals("summarize") ? 0 : random.nextInt(3); i >= 0; i--) {
            calls.add(new Call("c" + number + "-" + i, tool, "{\"a\":\"" + text(random, 20) + "\"}"));
        }
        AgentThread thread = before.with(new Event.ModelReplied(AT, "", calls, Usage.NONE));
        for (Call call : calls) {
            boolean failed = random.nextInt(5) == 0;
            boolean summary = call.tool().equals("summarize");
            int length = summary ? tokens / 8 : random.nextInt(4) == 0 ? tokens * 2 : tokens / 2;
            thread = thread.with(
                    failed
                            ? new Event.StepFailed(AT, call.id(), text(random, length), true)
                            : new Event.StepReturned(AT, call.id(), '"' + text(random, length) + '"'));
        }
        return thread;
    }

    private static String text(Random random, int maxLength) {
        String piece = List.of("word ", "😀", "<notice>", "& ", "é").get(random.nextInt(5));
        return "x" + piece.repeat(random.nextInt(1 + maxLength / piece.length()));
    }
}
