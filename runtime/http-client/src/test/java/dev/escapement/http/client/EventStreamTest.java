package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that events are parsed according to the HTML Living Standard, however the stream is split. */
class EventStreamTest {

    private static final String SAMPLE = "\ufeff: welcome\n\nevent: first\ndata: \u00e9\ud83d\ude00\nid: 7\n\n"
            + "data: a\r\ndata:b\rdata\n\r\nretry: 10\n\nevent: second\r\rdata: [DONE]\n\n";

    @Test
    void eventHasNameAndData() {
        assertEquals(List.of(new ServerSentEvent("ping", "{}")), events("event: ping\ndata: {}\n\n"));
    }

    @Test
    void eventWithoutANameIsAMessage() {
        assertEquals(List.of(message("x")), events("data: x\n\n"));
    }

    @Test
    void nameBelongsToOneEvent() {
        assertEquals(List.of(new ServerSentEvent("a", "1"), message("2")), events("event: a\ndata: 1\n\ndata: 2\n\n"));
    }

    @Test
    void linesEndInAnyOfThreeWays() {
        assertEquals(
                List.of(message("1"), message("2"), message("3")), events("data: 1\r\rdata: 2\r\n\r\ndata: 3\n\n"));
    }

    @Test
    void eventEndsWithTheFirstByteOfItsEmptyLine() {
        EventStream stream = new EventStream();

        assertEquals(List.of(message("1")), stream.feed(utf8("data: 1\r\n\r")));
        assertEquals(List.of(message("2")), stream.feed(utf8("\ndata: 2\n\n")));
    }

    @Test
    void linesOfDataAreJoined() {
        assertEquals(List.of(message("a\n\nb")), events("data: a\ndata:\ndata: b\n\n"));
    }

    @Test
    void oneLeadingSpaceIsRemoved() {
        assertEquals(List.of(message("a"), message(" b")), events("data:a\n\ndata:  b\n\n"));
    }

    @Test
    void fieldWithoutAColonIsEmpty() {
        assertEquals(List.of(message("")), events("data\n\n"));
    }

    @Test
    void eventWithoutDataIsIgnored() {
        assertEquals(List.of(message("x")), events("event: nothing\n\ndata: x\n\n"));
    }

    @Test
    void commentsAndOtherFieldsAreIgnored() {
        assertEquals(List.of(message("x")), events(": comment\nid: 1\nretry: 5\nfoo: bar\ndata: x\n:\n\n"));
    }

    @Test
    void objectWithoutAFieldNameIsData() {
        assertEquals(
                List.of(message("x"), message("{\"a\":1}"), message("{\n\"b\": 2\n}"), message("y")),
                events("data: x\n\n{\"a\":1}\n\n{\n\"b\": 2\n}\n\nb: 3\ndata: y\n\n"));
    }

    @Test
    void byteOrderMarkIsRemovedOnlyAtTheStart() {
        assertEquals(List.of(message("1")), events("\ufeffdata: 1\n\n\ufeffdata: 2\n\n"));
    }

    @Test
    void invalidUtf8IsReplaced() {
        assertEquals(List.of(message("a\ufffdb")), events("data: a\u00e9b\n\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void lastEventNeedsNoEmptyLine() {
        assertEquals(List.of(message("x")), events("data: x\n"));
        assertEquals(List.of(message("x")), events("data: x"));
    }

    @Test
    void streamThatEndsWithAnEmptyLineHasNoMoreEvents() {
        assertEquals(List.of(message("x")), events("data: x\n\n: bye\n"));
    }

    @Test
    void eachCutChangesNothing() {
        byte[] bytes = utf8(SAMPLE);
        List<ServerSentEvent> whole = events(SAMPLE);

        assertEquals(
                List.of(new ServerSentEvent("first", "\u00e9\ud83d\ude00"), message("a\nb\n"), message("[DONE]")),
                whole);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertEquals(
                    whole,
                    events(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length)),
                    "cut at " + cut);
        }
        assertEquals(whole, events(single(bytes)));
    }

    @Test
    void eventBeyondTheLimitIsRejected() {
        EventStream stream = new EventStream(10);
        stream.feed(utf8("data: 7890\n\ndata: 7890\n\n"));

        MalformedReplyException fault =
                assertThrows(MalformedReplyException.class, () -> stream.feed(utf8("data: 78\ndata")));
        assertEquals("event stream", fault.path());
    }

    @Test
    void endlessCommentIsRejected() {
        EventStream stream = new EventStream(10);

        assertThrows(MalformedReplyException.class, () -> stream.feed(utf8(": keep-alive keep-alive")));
    }

    @TestFactory
    Stream<DynamicTest> recordedStreamsAreTheSameCutAnywhere() throws IOException {
        Path recorded = Path.of(System.getProperty("wire.dir", "absent"), "anthropic-sse");
        assumeTrue(Files.isDirectory(recorded), "skipped: there are no recorded streams; set the property wire.dir");
        try (Stream<Path> files = Files.list(recorded)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        byte[] bytes = Files.readAllBytes(file);
                        List<ServerSentEvent> whole = events(bytes);

                        assertEquals("message_start", whole.get(0).name());
                        assertEquals("message_stop", whole.get(whole.size() - 1).name());
                        assertEquals(whole, events(single(bytes)));
                    }));
        }
    }

    private static List<ServerSentEvent> events(String stream) {
        return events(utf8(stream));
    }

    private static List<ServerSentEvent> events(byte[]... pieces) {
        EventStream stream = new EventStream();
        List<ServerSentEvent> events = new ArrayList<>();
        for (byte[] piece : pieces) {
            events.addAll(stream.feed(piece));
        }
        stream.end().ifPresent(events::add);
        return events;
    }

    private static byte[][] single(byte[] bytes) {
        byte[][] pieces = new byte[bytes.length][];
        for (int i = 0; i < bytes.length; i++) {
            pieces[i] = new byte[] {bytes[i]};
        }
        return pieces;
    }

    private static ServerSentEvent message(String data) {
        return new ServerSentEvent("message", data);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
