package dev.escapement.model.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the assembly of replies, and of the uniqueness of their call ids. */
class ReplyBuilderTest {

    @Test
    void nothingIsACompleteReplyThatSaysNothing() {
        assertEquals(ModelReply.text(""), ModelReply.builder().build());
    }

    @Test
    void everyPartStandsInItsPlace() {
        ReplyProvenance provenance = new ReplyProvenance("p", "m", "r1", "aa", "bb");
        ProviderState state = new ProviderState("p.messages", "[]");

        assertEquals(
                new ModelReply(
                        "Let me see.",
                        List.of(new Call("a", "note", "{"), new Call("b", "", "")),
                        new Usage(1, 2),
                        StopReason.LENGTH,
                        provenance,
                        Optional.of(state)),
                ModelReply.builder()
                        .text("Let ")
                        .call("a", "note", "{")
                        .text("me see.")
                        .call("b", "", "")
                        .usage(new Usage(1, 2))
                        .stop(StopReason.LENGTH)
                        .provenance(provenance)
                        .state(state)
                        .build());
    }

    @Test
    void idsThatCanBeToldApartStayAsTheyAre() {
        assertEquals(List.of("b", "call_1", " a"), ids("b", "call_1", " a"));
    }

    @Test
    void callsWithoutAnIdAreCounted() {
        assertEquals(List.of("call_1", "call_2", "call_3"), ids("", " ", ""));
    }

    @Test
    void aSecondCallOfAnIdGetsANumber() {
        assertEquals(List.of("x", "x_1", "x_2", "y"), ids("x", "x", "x", "y"));
    }

    @Test
    void noIdThatIsMadeUpIsThatOfALaterCall() {
        assertEquals(List.of("call_2", "x", "x_2", "x_1", "call_1", "call_3"), ids("", "x", "x", "x_1", "call_1", ""));
    }

    private static List<String> ids(String... given) {
        ReplyBuilder builder = ModelReply.builder();
        for (String id : given) {
            builder.call(id, "note", "{}");
        }
        return builder.build().calls().stream().map(Call::id).toList();
    }
}
