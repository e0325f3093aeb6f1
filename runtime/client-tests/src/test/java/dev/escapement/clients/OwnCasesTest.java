package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the clients read replies of the kinds that real servers send. Each kind has a folder of responses. An id
 * begins with the protocol and with {@code stream} or {@code whole}.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnCasesTest {

    private static final Map<String, List<CaseSpec>> KINDS = Map.ofEntries(
            Map.entry("finish", FinishReasonCases.all()),
            Map.entry("end", StreamEndCases.all()),
            Map.entry("property", PropertyCases.all()),
            Map.entry("state", ProviderStateCases.all()),
            Map.entry("body", BodyCases.all()),
            Map.entry("retry", RetryCases.all()),
            Map.entry("call", CallCases.all()),
            Map.entry("field", FieldCases.all()),
            Map.entry("responses", ResponsesCases.all()),
            Map.entry("usage", UsageCases.all()),
            Map.entry("address", AddressCases.all()),
            Map.entry("gemini", GeminiCases.all()),
            Map.entry("request", ForeignMessageCases.all()));

    static Stream<Arguments> cases() {
        return KINDS.keySet().stream()
                .sorted()
                .flatMap(kind ->
                        KINDS.get(kind).stream().map(spec -> Arguments.of(kind, wireCase(kind, spec.id), spec)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void replyIsReadAsExpected(String kind, WireCase wire, CaseSpec spec) {
        CasePlayer.play(wire, spec, CasePlayer.WHOLE);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void dividedReplyIsReadAsExpected(String kind, WireCase wire, CaseSpec spec) {
        assumeTrue(wire.streamed() && !spec.timed, "skipped: the reply is whole, or the case depends on times");
        CasePlayer.play(wire, spec, 3);
    }

    @Test
    void everyResponseBelongsToACase() throws IOException {
        List<String> unused = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/wire"))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> KINDS.get(file.getParent().getFileName().toString()).stream()
                            .noneMatch(spec -> file.getFileName().toString().matches(spec.id + "-\\d\\.http")))
                    .forEach(file -> unused.add(file.toString()));
        }
        assertEquals(List.of(), unused);
    }

    private static WireCase wireCase(String kind, String id) {
        String[] parts = id.split("-", 3);
        List<byte[]> responses = new ArrayList<>();
        for (int i = 1; ; i++) {
            try (InputStream in =
                    OwnCasesTest.class.getResourceAsStream("/wire/" + kind + "/" + id + "-" + i + ".http")) {
                if (in == null) {
                    break;
                }
                responses.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new WireCase(
                id, CaseProtocol.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1].equals("stream"), responses);
    }
}
