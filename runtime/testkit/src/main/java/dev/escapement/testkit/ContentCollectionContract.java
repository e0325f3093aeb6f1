package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.AT;
import static dev.escapement.testkit.Samples.started;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.model.Usage;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of the removal of contents that no thread uses. A content is used if an event refers to it in any way: in
 * its files, or in the arguments or the result of a call as JSON.
 */
public abstract class ContentCollectionContract extends StoreContract {

    /** Creates the tests. */
    protected ContentCollectionContract() {}

    @Override
    protected abstract CollectionFixture fixture() throws Exception;

    // Unused contents

    @Test
    void unusedContentIsCollected() throws Exception {
        Content.File used = put("used");
        Content.File unused = put("unused");
        append("t1", 0, started("hello"), received(used));

        collect();

        assertKept(used, "a message");
        assertCollected(unused, "no event refers to it");
    }

    @Test
    void contentOfErasedAndDeletedThreadsIsCollected() throws Exception {
        Content.File erased = put("erased");
        Content.File deleted = put("deleted");
        Content.File shared = put("shared");
        append("t1", 0, started("hello"), received(erased), received(shared));
        append("t2", 0, started("hello"), received(deleted));
        append("t3", 0, started("hello"), received(shared));
        store().erase("t1");
        store().delete("t2");

        collect();

        assertCollected(erased, "its thread was erased");
        assertCollected(deleted, "its thread was deleted");
        assertKept(shared, "a message of another thread");
    }

    // Files of events

    @Test
    void filesOfStartAreKept() throws Exception {
        Content.File file = put("a");
        append("t1", 0, started(Samples.AGENT, Start.of("hello", file)));

        collect();

        assertKept(file, "the start of a thread");
    }

    @Test
    void filesOfResultsAreKept() throws Exception {
        Content.File context = put("context");
        Content.File result = put("result");
        Content.File reply = put("reply");
        Content.File last = put("last");
        append(
                "t1",
                0,
                started("hello"),
                new Event.ContextFetched(AT, "source", "1", Duration.ZERO, List.of(context)),
                new Event.ModelReplied(AT, "", List.of(call("c1", "{}"), call("c2", "{}")), Usage.NONE),
                new Event.StepReturned(AT, "c1", "1", 0, Duration.ZERO, List.of(result)),
                new Event.ReplyAsked(AT, "c2", "size?", "{}"),
                new Event.ReplyReceived(AT, "c2", "1", true, List.of(reply)),
                new Event.Finished(AT, "c2", "{}", List.of(last)));

        collect();

        assertKept(context, "a context");
        assertKept(result, "the result of a step");
        assertKept(reply, "a reply");
        assertKept(last, "the result of a thread");
    }

    // References in JSON

    @Test
    void filesInArgumentsAreKept() throws Exception {
        Content.File file = put("a");
        append("t1", 0, started("hello"), replied(file));

        collect();

        assertKept(file, "the arguments of a call");
    }

    @Test
    void filesInEditedArgumentsAreKept() throws Exception {
        Content.File file = put("a");
        append(
                "t1",
                0,
                started("hello"),
                replied(),
                new Event.ApprovalAsked(AT, "c1", "really?", "hash"),
                new Event.Approved(AT, "c1", "alice", "hash", Optional.of(json(file))));

        collect();

        assertKept(file, "the arguments that a person edited");
    }

    @Test
    void filesInSelectedCallsAreKept() throws Exception {
        Content.File file = put("a");
        append("t1", 0, started("hello"), replied(), new Event.CallSelected(AT, "c1", call("n1", json(file))));

        collect();

        assertKept(file, "the arguments of a selected call");
    }

    @Test
    void filesInAnswersOfPeopleAreKept() throws Exception {
        Content.File result = put("result");
        Content.File next = put("next");
        append(
                "t1",
                0,
                started("hello"),
                new Event.ModelReplied(AT, "", List.of(call("c1", "{}"), call("c2", "{}")), Usage.NONE),
                new AnsweredByPerson(AT, "c1", "bob", new Answer.Returned(json(result)), ""),
                new AnsweredByPerson(AT, "c2", "bob", new Answer.Next("tool", json(next)), "n2"));

        collect();

        assertKept(result, "the result that a person stated");
        assertKept(next, "the arguments of a call that a person selected");
    }

    private CollectionFixture collection() {
        return (CollectionFixture) opened();
    }

    private void collect() throws Exception {
        collection().collect();
    }

    private Content.File put(String text) throws Exception {
        return collection().contents().put("text/plain", "", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Event received(Content.File file) {
        return new Event.MessageReceived(AT, "see file", List.of(file));
    }

    private static Event replied(Content.File... files) {
        return new Event.ModelReplied(
                AT, "", List.of(call("c1", files.length == 0 ? "{}" : json(files[0]))), Usage.NONE);
    }

    private static Call call(String id, String arguments) {
        return new Call(id, "tool", arguments);
    }

    /** Returns the JSON form of a file, as the value of a property. */
    private static String json(Content.File file) {
        return "{\"file\":{\"mediaType\":\"text/plain\",\"name\":\"\",\"sha256\":\"" + file.sha256() + "\",\"size\":"
                + file.size() + "}}";
    }

    private void assertKept(Content.File file, String place) throws Exception {
        byte[] kept;
        try {
            kept = collection().contents().read(file);
        } catch (ContentException collected) {
            throw new AssertionError("a content must be kept while " + place + " refers to it", collected);
        }
        assertArrayEquals(kept, collection().contents().read(file), "a kept content must not change");
    }

    private void assertCollected(Content.File file, String reason) throws Exception {
        assertThrows(
                ContentException.class,
                () -> collection().contents().read(file),
                () -> "a content must be removed, because " + reason);
    }
}
