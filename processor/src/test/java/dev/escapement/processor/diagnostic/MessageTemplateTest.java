package dev.escapement.processor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    @Test
    void placeholdersBecomeTheirArguments() {
        assertEquals("b, a and b", MessageTemplate.render("{1}, {0} and {1}", List.of("a", "b")));
        assertEquals("42 of PRIVATE", MessageTemplate.render("{0} of {1}", List.of(42, Visibility.PRIVATE)));
    }

    private enum Visibility {
        PRIVATE
    }

    @Test
    void textsOfArgumentsAreNotTemplates() {
        assertEquals("{1} $1 \\d b", MessageTemplate.render("{0} {1}", List.of("{1} $1 \\d", "b")));
    }

    @Test
    void otherBracesAreText() {
        assertEquals("{ return a; } {} {x}", MessageTemplate.render("{ return {0}; } {} {x}", List.of("a")));
    }

    @Test
    void aCaretCapitalizesTheArgument() {
        assertEquals("The step a", MessageTemplate.render("{0^} {1}", List.of("the step", "a")));
    }

    @Test
    void listsAreJoined() {
        List<Object> arguments = List.of(List.of("a", List.of("b", "c"), 3));

        assertEquals("a, b, c, 3", MessageTemplate.render("{0}", arguments));
        assertEquals("a -> b, c -> 3", MessageTemplate.render("{0| -> }", arguments));
        assertEquals("", MessageTemplate.render("{0}", List.of(List.of())));
    }

    @Test
    void clausesAreRenderedWithTheirOwnArguments() {
        Clause nested = TypeFault.NESTED.with("Outer", TypeFault.PRIVATE);
        String expected =
                TypeFault.NESTED.template().replace("{0}", "Outer").replace("{1}", TypeFault.PRIVATE.template());

        assertEquals(expected, MessageTemplate.render("{0}", List.of(nested)));
        assertEquals("NESTED(Outer, PRIVATE)", nested.toString());
    }

    @Test
    void tooFewArgumentsAreRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> MessageTemplate.render("{0} {1}", List.of("a")));
    }

    @Test
    void argumentsAreStringsNumbersConstantsAndListsOfThem() {
        StringBuilder name = new StringBuilder("a");
        List<Object> arguments = MessageTemplate.arguments(List.of(name, 1, List.of(name)));
        name.append("b");

        assertEquals(List.of("a", 1, List.of("a")), arguments);
    }
}
