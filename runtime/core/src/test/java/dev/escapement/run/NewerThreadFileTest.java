package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Violation;
import dev.escapement.run.NewerThreadException.Unknown;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of thread files that a later release has written. */
class NewerThreadFileTest {

    private static final Event STARTED = new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED);

    private static final Event NEXT = new Event.MessageReceived(Instant.EPOCH, "next");

    @TempDir
    Path directory;

    private Path file;
    private FileThreadStore store;

    @BeforeEach
    void openStore() {
        file = directory.resolve("thread-t1.jsonl");
        store = FileThreadStore.in(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"archived\",\"at\":\"1970-01-01T00:00:00Z\"}",
                "{\"at\":[1,{\"event\":\"stopped\"}],\"event\":\"archived\"}",
                "{\"event\":\"STOPPED\"}"
            })
    void eventOfAnUnknownKindIsIdentified(String event) throws IOException {
        String kind = event.contains("archived") ? "archived" : "STOPPED";
        List<String> events = List.of(Event.CODEC.encode(STARTED), event, Event.CODEC.encode(NEXT));
        String text = ThreadFileText.of("t1", events);
        Files.writeString(file, text);

        NewerThreadException newer = assertThrows(NewerThreadException.class, () -> store.load("t1"));

        assertEquals("t1", newer.threadId());
        assertEquals(file.toRealPath(), newer.file());
        assertEquals(3, newer.line());
        assertEquals(Unknown.EVENT_KIND, newer.unknown());
        assertEquals(kind, newer.found());
        assertTrue(newer.getMessage().contains(RunMessages.unknownEvent(kind)), newer::getMessage);
        assertEquals(text, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"step_started\",\"at\":\"1970-01-01T00:00:00Z\",\"callId\":\"a\",\"effect\":\"added\","
                        + "\"idempotencyKey\":\"k\",\"flow\":\"returns\"}",
                "{\"event\":\"model_replied\",\"at\":\"1970-01-01T00:00:00Z\",\"text\":\"\",\"calls\":[],"
                        + "\"usage\":{\"inputTokens\":0,\"outputTokens\":0},\"stop\":\"added\"}",
                "{\"event\":\"request_failed\",\"part\":\"added\"}",
                "{\"event\":\"stopped\",\"cause\":\"added\",\"reason\":\"?\"}",
                "{\"event\":\"answered_by_person\",\"answer\":{\"to\":{},\"kind\":\"added\"},\"more\":1}"
            })
    void unknownConstantIsIdentified(String event) throws IOException {
        String text = ThreadFileText.of("t1", List.of(Event.CODEC.encode(STARTED), event));
        Files.writeString(file, text);

        NewerThreadException newer = assertThrows(NewerThreadException.class, () -> store.load("t1"));

        assertEquals(3, newer.line());
        assertEquals(Unknown.CONSTANT, newer.unknown());
        assertEquals("added", newer.found());
        assertTrue(newer.getMessage().contains(RunMessages.unknownConstant("added")), newer::getMessage);
        assertEquals(text, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"step_started\",\"effect\":\"write\"}",
                "{\"event\":\"step_started\",\"effect\":[]}",
                "{\"event\":\"answered_by_person\",\"answer\":{\"kind\":\"run_again\"}}"
            })
    void invalidEventWithKnownConstantsIsDamage(String event) throws IOException {
        Files.writeString(file, ThreadFileText.of("t1", List.of(Event.CODEC.encode(STARTED), event)));

        assertEquals(
                CorruptThreadException.Fault.EVENT,
                assertThrows(CorruptThreadException.class, () -> store.load("t1"))
                        .fault());
    }

    @ParameterizedTest
    @EnumSource
    void kindsOfThisReleaseAreKnown(EventKind kind) {
        String json = "{\"event\":\"" + kind.name().toLowerCase(Locale.ROOT) + "\"}";

        assertFalse(FormatProbe.of(json).hasUnknownEvent());
        List<String> paths = Event.CODEC
                .decode(json)
                .fold(
                        accepted -> List.of(),
                        rejected -> rejected.violations().stream()
                                .map(Violation::path)
                                .toList());
        assertTrue(paths.contains("$.at") && !paths.contains("$.event"), paths::toString);
    }

    @Test
    void unknownFirstEventIsIdentified() throws IOException {
        Files.writeString(file, ThreadFileText.of("t1", List.of("{\"event\":\"imported\"}")));

        assertEquals(
                2,
                assertThrows(NewerThreadException.class, () -> store.load("t1")).line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"thread\":\"t1\",\"version\":4}\n",
                "{\"thread\":\"t1\",\"version\":4,\"compression\":{\"kind\":\"zstd\"}}\n\0\1\2\n",
                "{\"format\":\"x\",\"version\":4}\n"
            })
    void laterFormatVersionIsIdentified(String text) throws IOException {
        Files.writeString(file, text);

        NewerThreadException newer = assertThrows(NewerThreadException.class, () -> store.load("t1"));

        assertEquals("t1", newer.threadId());
        assertEquals(1, newer.line());
        assertEquals(Unknown.FORMAT_VERSION, newer.unknown());
        assertEquals("4", newer.found());
        assertTrue(newer.getMessage().contains(RunMessages.newerVersion(4, 3)), newer::getMessage);
    }

    @Test
    void fileOfALaterVersionIsNotAppendedTo() throws IOException {
        String text = "{\"thread\":\"t1\",\"version\":4}\n";
        Files.writeString(file, text);

        assertThrows(NewerThreadException.class, () -> store.append(Append.of("t1", 0, STARTED)));

        assertEquals(text, Files.readString(file));
    }

    @Test
    void changedKindWithAWrongChecksumIsDamage() throws IOException {
        Files.writeString(
                file, ThreadFileText.of("t1", STARTED, NEXT).replace("message_received", "message_received_"));

        assertEquals(
                CorruptThreadException.Fault.CHECKSUM,
                assertThrows(CorruptThreadException.class, () -> store.load("t1"))
                        .fault());
    }

    @Test
    void threadsOfLaterVersionsAreListed() throws IOException {
        String id = "x".repeat(1000);
        Files.writeString(file, "{\"thread\":\"t1\",\"version\":4}\nx\n");
        Files.writeString(
                directory.resolve(ThreadFileName.of(id)), "{\"thread\":\"" + id + "\",\"version\":4,\"more\":[]}\nx\n");

        assertEquals(List.of("t1", id), store.ids());
    }
}
