package dev.escapement.processor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemKindTest {

    private static final List<String> ARGUMENTS = List.of("«1»", "«2»", "«3»", "«4»", "«5»");

    @Test
    void idsAreUniqueAndInTheOrderOfTheirNumbers() {
        var ids = Arrays.stream(ProblemKind.values()).map(ProblemKind::id).toList();

        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(ids.stream().sorted().toList(), ids);
        assertTrue(ids.stream().allMatch(id -> id.matches("ESC\\d{3}")), ids::toString);
    }

    @ParameterizedTest
    @EnumSource
    void messagesBeginWithTheIdAndContainTheSubject(ProblemKind kind) {
        String message = kind.message(ARGUMENTS);

        assertTrue(message.startsWith("[" + kind.id() + "] "), message);
        assertTrue(message.contains("«1»"), message);
    }

    @ParameterizedTest
    @EnumSource
    void everyWarningCanBeSuppressedByItsText(ProblemKind kind) {
        String suppression = "@SuppressWarnings(\"" + kind.id() + "\")";

        assertEquals(kind.isWarning(), kind.message(ARGUMENTS).contains(suppression));
    }

    @ParameterizedTest
    @EnumSource
    void warningsHaveNumbersFrom40To59(ProblemKind kind) {
        int number = Integer.parseInt(kind.id().substring(3));

        assertEquals((number >= 40 && number < 60) || kind.severity() == Severity.NOTE, kind.isWarning());
    }
}
