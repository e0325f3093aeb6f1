package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the clients read the replies of real servers that are not part of this project. The system property
 * {@code wire-cases.dir} names their folder.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WireCasesTest {

    private static final Map<String, CaseSpec> SPECS =
            SharedCases.all().stream().collect(Collectors.toMap(spec -> spec.id, Function.identity()));

    static Stream<WireCase> cases() throws IOException {
        return all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replyIsReadAsExpected(WireCase wire) {
        CasePlayer.play(wire, SPECS.get(wire.id()), CasePlayer.WHOLE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dividedReplyIsReadAsExpected(WireCase wire) {
        CaseSpec spec = SPECS.get(wire.id());
        assumeTrue(!spec.timed, "skipped: the case depends on times");
        CasePlayer.play(wire, spec, 3);
    }

    @Test
    void everyCaseHasAnExpectation() throws IOException {
        assertEquals(
                all().stream().map(WireCase::id).sorted().toList(),
                SPECS.keySet().stream().sorted().toList());
    }

    private static List<WireCase> all() throws IOException {
        String folder = System.getProperty("wire-cases.dir", "");
        Path index = Path.of(folder).resolve("INDEX.tsv");
        assumeTrue(
                !folder.isEmpty() && Files.exists(index),
                "skipped: " + index + " is missing, see the system property wire-cases.dir");
        List<WireCase> cases = new ArrayList<>();
        for (String line :
                Files.readAllLines(index).subList(1, Files.readAllLines(index).size())) {
            String[] fields = line.split("\t", -1);
            cases.add(new WireCase(
                    fields[0],
                    CaseProtocol.valueOf(fields[2]),
                    Boolean.parseBoolean(fields[3]),
                    responses(Path.of(folder), fields[0])));
        }
        return cases;
    }

    private static List<byte[]> responses(Path folder, String id) throws IOException {
        Map<String, byte[]> responses = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches(id + "-\\d\\.http"))
                    .toList()) {
                responses.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return List.copyOf(responses.values());
    }
}
