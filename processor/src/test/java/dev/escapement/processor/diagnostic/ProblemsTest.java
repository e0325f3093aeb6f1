package dev.escapement.processor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.model.SourceRef;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final SourceRef somewhere = SourceRef.of((Element) Proxy.newProxyInstance(
            Element.class.getClassLoader(), new Class<?>[] {Element.class}, (proxy, method, arguments) -> null));

    private final Problems problems = new Problems();

    @Test
    void withoutProblemsThereAreNoErrors() {
        assertFalse(problems.hasErrors());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void warningsAreNoErrors() {
        problems.add(ProblemKind.NO_DESCRIPTION, somewhere, "The tool Ask", "");

        assertFalse(problems.hasErrors());
    }

    @Test
    void theyAreKeptInOrderWithTheirWords() {
        problems.add(ProblemKind.NO_DESCRIPTION, somewhere, "The tool Ask", "");
        problems.add(ProblemKind.NO_STEPS, somewhere, "Desk");

        assertTrue(problems.hasErrors());
        assertEquals(
                List.of(ProblemKind.NO_DESCRIPTION, ProblemKind.NO_STEPS),
                problems.list().stream().map(Problem::kind).toList());
        assertEquals(
                "[ESC018] The agent Desk has no steps, so there is nothing that it could do. Annotate a method with"
                        + " @Step.",
                problems.list().get(1).message());
    }

    @Test
    void whatIsListedDoesNotChangeAnyMore() {
        List<Problem> before = problems.list();
        problems.add(ProblemKind.NO_STEPS, somewhere, "Desk");

        assertEquals(List.of(), before);
        assertThrows(UnsupportedOperationException.class, () -> problems.list().clear());
    }
}
