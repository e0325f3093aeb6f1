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
        problems.add(ProblemKind.NO_DESCRIPTION, somewhere, Declaration.TOOL.with("Ask"), Hint.NONE);

        assertFalse(problems.hasErrors());
    }

    @Test
    void theyAreKeptInOrderWithTheirArguments() {
        problems.add(ProblemKind.NO_DESCRIPTION, somewhere, Declaration.TOOL.with("Ask"), Hint.NONE);
        problems.add(ProblemKind.NO_STEPS, somewhere, "Desk");

        assertTrue(problems.hasErrors());
        assertEquals(
                List.of(
                        new Problem(
                                ProblemKind.NO_DESCRIPTION,
                                somewhere,
                                List.of(Declaration.TOOL.with("Ask"), Hint.NONE)),
                        new Problem(ProblemKind.NO_STEPS, somewhere, List.of("Desk"))),
                problems.list());
    }

    @Test
    void theMessageIsThatOfTheKindAboutTheArguments() {
        Problem problem = new Problem(ProblemKind.NO_STEPS, somewhere, List.of("Desk"));

        assertEquals(ProblemKind.NO_STEPS.message(List.of("Desk")), problem.message());
    }

    @Test
    void whatIsListedDoesNotChangeAnyMore() {
        List<Problem> before = problems.list();
        problems.add(ProblemKind.NO_STEPS, somewhere, "Desk");

        assertEquals(List.of(), before);
        assertThrows(UnsupportedOperationException.class, () -> problems.list().clear());
    }
}
