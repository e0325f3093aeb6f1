package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.content.Content;
import dev.escapement.internal.hash.Sha256;
import dev.escapement.model.Message;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rendering that continues an earlier one equals a rendering from the first event. */
class TranscriptTest {

    private static final Instant AT = Instant.EPOCH;

    private static final BoundedRendering LIMITED = Rendering.within(500);

    /** The index of the first event that can be the end of a random thread. */
    private static final int MAY_END = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void renderingOfEachVersionEqualsRenderingFromTheStart(long seed) {
        Random random = new Random(seed);
        List<AgentThread> versions = new ArrayList<>(List.of(
                new AgentThread("t1", List.of(new Event.Started(AT, "Desk", Start.of("hello"), Budget.UNLIMITED)))));
        for (int i = 0; i < 400; i++) {
            int version = random.nextInt(10) == 0 ? random.nextInt(versions.size()) : versions.size() - 1;
            AgentThread longer = versions.get(version).with(event(random, i));
            if (random.nextInt(3) > 0) {
                assertEquals(fromTheStart(longer), Rendering.messages(longer, false));
                assertEquals(LIMITED.messages(copy(longer), false), LIMITED.messages(longer, false));
            }
            versions.add(longer);
        }
        for (AgentThread version : versions) {
            assertEquals(fromTheStart(version), Rendering.messages(version, false));
        }
    }

    /** A branch that begins in place of a reply can still answer the calls of the reply before. */
    @Test
    void branchInPlaceOfARenderedReplyShowsLateAnswers() {
        AgentThread before = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Desk", Start.of("hello"), Budget.UNLIMITED),
                        new Event.ModelReplied(AT, "", List.of(new Call("c1", "look_up", "{}")), Usage.NONE)));
        Rendering.messages(before.with(new Event.ModelReplied(AT, "text", List.of(), Usage.NONE)), false);

        AgentThread branch = before.with(new Event.StepReturned(AT, "c1", "\"found\""));

        assertEquals(fromTheStart(branch), Rendering.messages(branch, false));
        assertEquals(3, Rendering.messages(branch, false).size());
    }

    /** A reply that was requested before the end of the thread, and the answer to its call, can be recorded later. */
    @Test
    void answerToALateReplyIsShownAfterTheEnd() {
        AgentThread replied = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Desk", Start.of("hello"), Budget.UNLIMITED),
                        new Event.Stopped(AT, "", StopCause.CANCELLED, "cancelled"),
                        new Event.ModelReplied(AT, "", List.of(new Call("c1", "look_up", "{}")), Usage.NONE)));
        Rendering.messages(replied, false);

        AgentThread answered = replied.with(new Event.StepReturned(AT, "c1", "\"found\""));

        assertEquals(fromTheStart(answered), Rendering.messages(answered, false));
        assertEquals(3, Rendering.messages(answered, false).size());
    }

    /** An answer that follows a message is not part of the version that ends between the two. */
    @Test
    void shorterVersionDoesNotShowALaterAnswer() {
        AgentThread shorter = new AgentThread(
                "t1",
                List.of(
                        new Event.Started(AT, "Desk", Start.of("hello"), Budget.UNLIMITED),
                        new Event.ModelReplied(AT, "", List.of(new Call("c1", "look_up", "{}")), Usage.NONE),
                        new Event.MessageReceived(AT, "hurry")));
        AgentThread longer = shorter.with(new Event.StepReturned(AT, "c1", "\"found\""));

        assertEquals(4, Rendering.messages(longer, false).size());
        assertEquals(3, Rendering.messages(shorter, false).size());
    }

    private static List<Message> fromTheStart(AgentThread thread) {
        return Rendering.messages(copy(thread), false);
    }

    private static AgentThread copy(AgentThread thread) {
        return new AgentThread(thread.id(), thread.events());
    }

    private static Event event(Random random, int i) {
        String source = "source" + random.nextInt(3);
        String call = "c" + random.nextInt(Math.max(1, i));
        return switch (random.nextInt(9)) {
            case 0 -> new Event.ContextFetched(AT, source, "\"context " + i + "\"", Duration.ZERO, files(random, i));
            case 1 -> new Event.ContextFailed(AT, source, "failure " + i, true);
            case 2 -> new Event.MessageReceived(AT, "message " + i, files(random, i));
            case 3 -> new Event.TextRejected(AT, "reason " + i);
            case 4 -> new Event.StepReturned(AT, call, "\"result " + i + "\"");
            case 5 ->
                new Event.StepReturned(
                        AT, "c" + Math.max(0, i - 1), "\"result " + i + "\"", 0, Duration.ZERO, files(random, i));
            case 7 -> new RequestFailed(AT, RequestFailed.Part.CONTENT, "rejected", ResponseInfo.NONE);
            case 6 ->
                i < MAY_END
                        ? new Event.MessageReceived(AT, "message " + i)
                        : new Event.Stopped(AT, "", StopCause.CANCELLED, "cancelled");
            default ->
                replied(
                        "reply " + i,
                        new Call("c" + i, "look_up", "{}"),
                        random.nextBoolean() ? 0 : random.nextInt(20));
        };
    }

    private static List<Content.File> files(Random random, int i) {
        return random.nextBoolean()
                ? List.of()
                : List.of(new Content.File("application/zip", i + ".zip", Sha256.hex("file " + i), i + 1));
    }

    private static Event replied(String text, Call call, int unseen) {
        return new Event.ModelReplied(
                AT,
                text,
                List.of(call),
                Usage.NONE,
                StopReason.COMPLETE,
                ReplyProvenance.UNKNOWN,
                Optional.empty(),
                unseen,
                Duration.ZERO);
    }
}
